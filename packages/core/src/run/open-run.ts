import { type Configuration, describeTarget, resolveConfiguration } from '../configuration/configuration.ts'
import { loadConfigFile, readDotenv, toSource } from '../configuration/read-sources.ts'
import type { AnyDefinedFixtures } from '../declare/define-fixtures.ts'
import { type CleanupReport, joinReports } from '../errors/setup-error.ts'
import type { FixtureListener } from '../events/fixture-event.ts'
import { journalPlace } from '../journal/journal-folder.ts'
import { beginRunFolder, type RunFolder } from '../journal/run-folder.ts'
import { withHidden } from '../kit/redacted.ts'
import { type RunEmulator, startRunEmulator } from '../platform/embedded-emulator.ts'
import { outlivesRun } from '../platform/operator-book.ts'
import { createSession, type SessionLife } from '../session.ts'
import { type LeftByCrashes, tidyAfterRun } from '../sweep/tidy-after-run.ts'
import { deleteKeptSets } from './kept-sets.ts'
import { toReadyRecord } from './lease-by-folder.ts'
import { writeRunConfiguration } from './run-configuration.ts'
import { nothingToClean } from './run-lease.ts'
import { type RunRecord, type RunRecords, toRunKey, writeRecord } from './run-record.ts'
import { tearDown } from './tear-down.ts'

/** A run of a test runner, as its global setup holds it. */
export interface OpenRun {
  /** Where its configuration was looked for. */
  readonly cwd: string
  readonly configuration: Configuration
  /** Which target is used and why, on a line. */
  readonly description: string
  readonly folder: RunFolder
  /** What it has made, for a runner that hands it over to its workers; has secrets in it, readable. Not printed. */
  readonly records: RunRecords
  /** The emulator of the run, where that is the target. */
  readonly emulator: RunEmulator | undefined
  /** Deletes the run-wide sets, and those that were kept; the emulator and the run's files are still there then. Never throws. */
  deleteSets(): Promise<CleanupReport>
  /** Deletes what crashed processes of the run have left. Never throws. */
  deleteLeftovers(): Promise<LeftByCrashes>
  /** Ends the run's emulator and clears its files away. */
  close(): Promise<void>
}

/** How a run begins. */
export interface OpenRunOptions {
  /** Where its configuration is looked for. */
  readonly cwd: string
  /** Whether it is one of a watch, between whose runs sets may be kept. */
  readonly watch?: boolean
  readonly listener: FixtureListener
}

/**
 * Begins a run: finds the target, starts one emulator for all its processes where that is the target, and makes the
 * run-wide sets that the configuration file exports.
 *
 * @throws {FixtureSetupError} when one of them cannot be made; nothing of the run is left then.
 */
export async function openRun({ cwd, watch = false, listener }: OpenRunOptions): Promise<OpenRun> {
  const [dotenv, file] = await Promise.all([readDotenv(cwd), loadConfigFile(cwd)])
  const recorded = [dotenv, file && toSource(file)].filter((source) => source !== undefined)
  const configuration = await resolveConfiguration({ cwd, recorded })
  const folder = beginRunFolder(cwd, watch)
  writeRunConfiguration(folder, recorded)
  const emulator = configuration.target.kind === 'emulator' ? await startRunEmulator() : undefined
  // From the runner itself, whose end it then hears of at once.
  if (outlivesRun(configuration) && configuration.options.reaper) {
    const { journalDir, runName } = configuration.options
    const { ensureReaper } = await import('../reaper/ensure-reaper.ts')
    await ensureReaper(journalPlace({ cwd, journalDir, runName }), configuration)
  }
  const sessions: SessionLife[] = []
  const records: Record<string, RunRecord> = {}
  const shown = {
    cwd,
    configuration,
    description: describeTarget(configuration),
    folder,
    emulator,
    async deleteSets() {
      const { teardownTimeoutMs } = configuration.options
      const kept = deleteKeptSets(folder, listener, teardownTimeoutMs)
      const reports = await Promise.all([kept, ...sessions.splice(0).map(tearDown)])
      return reports.reduce(joinReports, nothingToClean)
    },
    deleteLeftovers: () => tidyAfterRun(configuration, cwd),
    async close() {
      await emulator?.close()
      folder.end()
    },
  }
  const run = withHidden(shown, { records })
  const make = async (defined: AnyDefinedFixtures): Promise<void> => {
    const session = createSession(defined.set, {
      scope: 'run',
      configuration: async () => configuration,
      cwd,
      listener,
      user: 'the global setup',
    })
    sessions.push(session)
    await session.setup()
    const record = toReadyRecord(session, true)
    records[toRunKey(defined)] = record
    writeRecord(folder, defined, record)
  }
  try {
    const sets = file?.runSets ?? []
    assertOneOfEachName(sets)
    await Promise.all(sets.map(make))
  } catch (error) {
    await run.deleteSets()
    await run.close()
    throw error
  }
  return run
}

function assertOneOfEachName(sets: readonly AnyDefinedFixtures[]): void {
  const keys = sets.map(toRunKey)
  const twice = keys.find((key, index) => keys.indexOf(key) !== index)
  if (twice === undefined) return
  throw new Error(
    `Two run-wide sets are both known as "${twice}". Give each a name: defineFixtures(set, { scope: 'run', name: '…' }).`,
  )
}
