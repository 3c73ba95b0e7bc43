import type { Configuration } from '../configuration/configuration.ts'
import type { Declaration } from '../declare/declaration.ts'
import type { FixtureSet } from '../declare/fixture-set.ts'
import type { CleanupReport } from '../errors/setup-error.ts'
import type { FixtureListener } from '../events/fixture-event.ts'
import type { SessionLife, SessionOptions } from '../session.ts'

/** A hold on a run-wide set. */
export interface RunLease {
  readonly handles: ReadonlyMap<Declaration, unknown>
  /** Lets it go; the last one deletes the set, unless the global setup does. Once more is harmless. */
  release(): Promise<CleanupReport>
}

/** What run-wide sets are read or made with. */
export interface RunContext {
  readonly configuration: () => Promise<Configuration>
  readonly cwd: string
  readonly listener: FixtureListener
  /** Makes a session; given, since sessions take from run-wide sets in turn. */
  readonly createSession: (set: FixtureSet, options: SessionOptions) => SessionLife
}

/** Nothing was deleted, and nothing is left. */
export const nothingToClean: CleanupReport = Object.freeze({ removed: Object.freeze([]), failed: Object.freeze([]) })
