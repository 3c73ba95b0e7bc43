export {
  type BasicFee,
  type BeamPrice,
  type BundleFee,
  type CardGap,
  type DataPrice,
  type HourBand,
  type Provenance,
  publishedRateCard,
  type RateCard,
  type TaxRate,
} from '@soracom-fixtures/api/billing'
export type { EmulatorCounts } from './control/to-counts.ts'
export { createEmulator, type EmulatorApp } from './create-emulator.ts'
export type { EmulatorReply, EmulatorRequest } from './http/message.ts'
export type { EmulatorOptions, StartOptions } from './options.ts'
export { defaultSettings, type EmulatorSettings, type ManagedRole } from './settings.ts'
export { type Emulator, startEmulator } from './start-emulator.ts'
export type { ClockDuration, EmulatorClock } from './state/clock.ts'
export type { ProductionKey } from './state/world.ts'
