// What makes sets and runs, tells of them and cleans up after them: for global setups, the command line and scripts.

export { UnsafeTargetError } from '@soracom-fixtures/client'
export type { Target } from './configuration/choose-target.ts'
export {
  type Configuration,
  type ConfigurationOptions,
  type ConfigurationPlaces,
  describeTarget,
  resolveConfiguration,
} from './configuration/configuration.ts'
export type { Environment } from './configuration/settings.ts'
export { probeTarget, type TargetProbe } from './doctor/probe-target.ts'
export type { Closing } from './journal/journal-line.ts'
export type { JournalEntry } from './journal/read-journal.ts'
export { type NotedSet, noteSets } from './note-while-planning.ts'
export { type PlanJson, toPlanJson } from './plan/format/to-plan-json.ts'
export { toPlanMermaid } from './plan/format/to-plan-mermaid.ts'
export { toPlanTree } from './plan/format/to-plan-tree.ts'
// Planning and running
export type { History } from './plan/history.ts'
export { runEmulatorVariable } from './platform/embedded-emulator.ts'
// Reports
export { closeRun, type RunEnd } from './report/close-run.ts'
export { createNdjsonListener } from './report/ndjson-listener.ts'
export { createProgressLine } from './report/progress-line.ts'
export { readHistory } from './report/read-history.ts'
export { type RunSummary, toSummaryLine, toSummaryMarkdown } from './report/run-summary.ts'
export { createTextListener, type Show, type TextListenerOptions } from './report/text-listener.ts'
export { createUseListener } from './report/use-listener.ts'
export { type OpenRun, type OpenRunOptions, openRun } from './run/open-run.ts'
export { provideRecords } from './run/run-record.ts'
export { untilUnused } from './run/run-users.ts'
export { beginRun, type RunOutput } from './runner/begin-run.ts'
export { endRun } from './runner/end-run.ts'
export { createSession, type Session, type SessionOptions } from './session.ts'
// Cleaning up
export type { AdoptedOperator, Adoption } from './sweep/adopt-operator.ts'
export type { DeletedLeftover } from './sweep/delete-leftovers.ts'
export { shortenEmail } from './sweep/describe-leftover.ts'
export { type JournalHealth, openSweep, type StoreHealth, type Sweep } from './sweep/open-sweep.ts'
export type { Leftover, LeftoverFilter } from './sweep/select-leftovers.ts'
export { tidyBeforeRun } from './sweep/tidy-before-run.ts'
