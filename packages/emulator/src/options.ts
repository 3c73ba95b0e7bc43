import type { RateLimit } from './guards/rate-limiter.ts'
import type { RateCard } from './rules/billing/rate-card.ts'
import type { Fault } from './rules/faults/fault.ts'
import { parsePermission } from './rules/permissions/parse-statements.ts'
import type { ConsistencyOption } from './rules/to-consistency.ts'
import { defaultSettings, type EmulatorSettings } from './settings.ts'
import type { EmulatorSnapshot } from './state/snapshot/take-snapshot.ts'
import type { ProductionKey } from './state/world.ts'

/** What an emulator can be told. */
export interface EmulatorOptions {
  /** Production key pairs that open the sandbox; any pair does unless some are named. */
  readonly authKeys?: readonly ProductionKey[] | undefined
  /** The same ids, and the same `adversarial` draws, again for the same seed. Random ones unless given. */
  readonly seed?: string | undefined
  /** Where the clock starts; the snapshot's time, or the real one, unless given. */
  readonly startTime?: Date | string | number | undefined
  /**
   * The state to begin with, as `emulator.snapshot()` or `GET /_emulator/state` gave it; an empty one unless given. Its ids
   * go on where they were, unless another `seed` is given.
   */
  readonly snapshot?: EmulatorSnapshot | undefined
  /** Milliseconds by which every answer is delayed; 0 unless told. */
  readonly latencyMs?: number | undefined
  /** Hosts that calls may name besides loopback ones, such as a container's `emulator`, without a port. */
  readonly allowedHosts?: readonly string[] | undefined
  /**
   * How soon reads see what was changed: one rule for all, or one each for `index` (`/query`), `stats` and
   * `orderSubscribers`. At once unless told. Delays in `lagMs` pass by the emulator's clock.
   *
   * @example startEmulator({ consistency: { index: { lagMs: 15_000 }, stats: { polls: 2 } } })
   */
  readonly consistency?: ConsistencyOption | undefined
  /**
   * What goes wrong from the start; more can be set at run time.
   *
   * @example startEmulator({ faults: [{ kind: 'latency', ms: 50, jitterMs: 100, seed: 'a' }] })
   */
  readonly faults?: readonly Fault[] | undefined
  /**
   * How many calls each operator may make of each group of paths in a time, and each client without credentials. The
   * service's own limits are not published; a sample answer says 1000 in 60 seconds. No limit unless given.
   */
  readonly rateLimit?: RateLimit | undefined
  /** How many calls the log keeps: 1000 unless told, 0 for no log. */
  readonly logSize?: number | undefined
  /** Whether there are paths below `/_emulator/`; there are unless told. */
  readonly controlPaths?: boolean | undefined
  /** What things cost on bills; the published figures unless given. */
  readonly rateCard?: RateCard | undefined
  /** Points that no source settles, where another answer than the default is wanted. */
  readonly settings?: Partial<EmulatorSettings> | undefined
}

/** What a served emulator can be told. */
export interface StartOptions extends EmulatorOptions {
  /** 0, the default, for any that is free. */
  readonly port?: number | undefined
  /** `127.0.0.1` unless told. */
  readonly host?: string | undefined
}

/** The settings with their defaults; throws for a name that is none, and for a role that is not valid. */
export function toSettings(wanted: Partial<EmulatorSettings> = {}): EmulatorSettings {
  for (const name of Object.keys(wanted)) {
    if (!(name in defaultSettings)) {
      const known = Object.keys(defaultSettings).join(', ')
      throw new TypeError(`The emulator has no setting "${name}". It has: ${known}.`)
    }
  }
  const settings = Object.freeze({ ...defaultSettings, ...wanted })
  for (const { roleId, permission } of settings.soracomManagedRoles) {
    const read = parsePermission(permission, settings.unknownConditions)
    if ('problem' in read) throw new TypeError(`The permission of the role "${roleId}" is not valid: ${read.problem}.`)
  }
  return settings
}

/** A whole number of an option within its bounds; throws for any other value. */
export function toWholeNumber(name: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new TypeError(
    `The option ${name} of the emulator must be a whole number from ${least} to ${most}; it is ${String(value)} (${typeof value}).`,
  )
}

/** A rate limit of an option; throws for one that is none. */
export function toRateLimit(wanted: RateLimit | undefined): RateLimit | undefined {
  if (wanted === undefined) return undefined
  return {
    limit: toWholeNumber('rateLimit.limit', wanted.limit, 1, 1_000_000_000),
    perSeconds: toWholeNumber('rateLimit.perSeconds', wanted.perSeconds, 1, 86_400),
  }
}
