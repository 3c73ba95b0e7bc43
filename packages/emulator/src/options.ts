import type { RateCard } from '@soracom-fixtures/api/billing'
import { parsePermission } from './rules/permissions/parse-statements.ts'
import { defaultSettings, type EmulatorSettings } from './settings.ts'
import type { ProductionKey } from './state/world.ts'

/** What an emulator can be told. */
export interface EmulatorOptions {
  /** Production key pairs that open the sandbox; any pair does unless some are named. */
  readonly authKeys?: readonly ProductionKey[] | undefined
  /** The same ids again for the same seed. Random ones unless given. */
  readonly seed?: string | undefined
  /** Where the clock starts; the real time unless given. */
  readonly startTime?: Date | string | number | undefined
  /** Milliseconds by which every answer is delayed; 0 unless told. */
  readonly latencyMs?: number | undefined
  /** Hosts that calls may name besides loopback ones, such as a container's `emulator`, without a port. */
  readonly allowedHosts?: readonly string[] | undefined
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
