import type { Emulator } from '@soracom-fixtures/emulator'

/** Where a global setup tells its run's workers the emulator that it started. */
export const runEmulatorVariable = 'SORACOM_FIXTURES_RUN_EMULATOR'

/** The emulator of a run. */
export interface RunEmulator {
  readonly endpoint: string
  /** What it has counted since its start. */
  counts(): TargetCounts
  close(): Promise<void>
}

/** What an emulator counts by itself, calls and operators of tests' own among them. */
export interface TargetCounts {
  readonly operatorsMade: number
  readonly operatorsDeleted: number
  readonly operatorsLeft: number
  readonly calls: number
}

/** Starts the emulator of a run, which every process of the run uses that is started after it. */
export async function startRunEmulator(): Promise<RunEmulator> {
  const { startEmulator } = await import('./start-emulator.ts')
  const emulator = await startEmulator()
  process.env[runEmulatorVariable] = emulator.endpoint
  return {
    endpoint: emulator.endpoint,
    counts: emulator.counts,
    async close() {
      delete process.env[runEmulatorVariable]
      await emulator.close()
    },
  }
}

interface Shared {
  readonly emulator: Promise<Emulator>
  leases: number
}

const key = Symbol.for('soracom-fixtures.embedded-emulator')

/** A hold on the process's embedded emulator. */
export interface EmulatorLease {
  readonly endpoint: string
  release(): Promise<void>
}

/**
 * Takes a hold on the emulator of this process and starts it for the first. It stops when the last hold is released.
 * One a process, under a registered symbol: Jest evaluates this module anew for each file.
 */
export async function leaseEmbeddedEmulator(): Promise<EmulatorLease> {
  const ofRun = process.env[runEmulatorVariable]
  if (ofRun) return { endpoint: ofRun, release: async () => {} }
  const holder = globalThis as { [key]?: Shared }
  holder[key] ??= { emulator: import('./start-emulator.ts').then((module) => module.startEmulator()), leases: 0 }
  const shared = holder[key]
  shared.leases += 1
  const emulator = await shared.emulator
  let released = false
  return {
    endpoint: emulator.endpoint,
    async release() {
      if (released) return
      released = true
      shared.leases -= 1
      if (shared.leases > 0) return
      if (holder[key] === shared) delete holder[key]
      await emulator.close()
    },
  }
}
