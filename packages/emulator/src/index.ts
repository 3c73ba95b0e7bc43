export {
  type BasicFee,
  type BeamPrice,
  type BilledCurrency,
  type BundleFee,
  type CardGap,
  type DataPrice,
  defineRateCard,
  type HourBand,
  type Provenance,
  publishedRateCard,
  type RateCard,
  type RateCardChanges,
  type TaxRate,
} from '@soracom-fixtures/api/billing'
export type { LogFilter } from './control/request-log.ts'
export type { EmulatorCounts } from './control/to-counts.ts'
export type { LogEntry, LoggedMessage } from './control/to-log-entry.ts'
export { createEmulator, type EmulatorApp, type EmulatorControl } from './create-emulator.ts'
export type { EmulatorFaults, SetFault } from './guards/faults.ts'
export type { RateLimit } from './guards/rate-limiter.ts'
export type { EmulatorReply, EmulatorRequest } from './http/message.ts'
export type { EmulatorOptions, StartOptions } from './options.ts'
export { parseRateCard } from './rules/billing/parse-rate-card.ts'
export type { Consistency, ConsistencyRule } from './rules/consistency.ts'
export type { Fault, FaultKind, FaultScope, FaultTime } from './rules/faults/fault.ts'
export type { ConsistencyOption } from './rules/to-consistency.ts'
export { defaultSettings, type EmulatorSettings, type ManagedRole } from './settings.ts'
export { type Emulator, startEmulator } from './start-emulator.ts'
export type { ClockDuration, EmulatorClock } from './state/clock.ts'
export type { EmulatorSnapshot } from './state/snapshot/take-snapshot.ts'
export type { ProductionKey } from './state/world.ts'
