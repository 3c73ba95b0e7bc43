import type { EmulatorOptions } from '@soracom-fixtures/emulator'
import { toTime, toWholeNumber } from '../arguments/read-values.ts'
import { UsageError } from '../errors/usage-error.ts'

/** Where the environment names the pair of keys that an emulator asks for. */
export const keyIdVariable = 'SORACOM_FIXTURES_EMULATOR_AUTH_KEY_ID'
export const keyVariable = 'SORACOM_FIXTURES_EMULATOR_AUTH_KEY'

/** The options that every way to start an emulator takes. */
export const emulatorArgs = {
  seed: { type: 'string', valueHint: 'text', description: 'The same ids again for the same seed; random ones else.' },
  clock: { type: 'string', valueHint: 'time', description: 'Where its clock starts (ISO 8601); the real time else.' },
  'latency-ms': { type: 'string', valueHint: 'number', description: 'Delay every answer by so many milliseconds.' },
  lag: {
    type: 'string',
    valueHint: 'ms|polls:n|adversarial',
    description: 'How late reads see what was changed: milliseconds by its clock, reads that miss it, or drawn.',
  },
  'rate-limit': {
    type: 'string',
    valueHint: 'calls/seconds',
    description: 'Answer 429 to more calls of an operator and group of paths, such as 1000/60.',
  },
  'rate-card': {
    type: 'string',
    valueHint: 'file',
    description: 'Bill by the rate card in this file (JSON); by the published figures else.',
  },
  setting: {
    type: 'string',
    valueHint: 'name=value',
    repeatable: true,
    description: 'A point that no source settles, such as registerStatus=201; may be repeated.',
  },
} as const

/**
 * What the command line and the environment tell an emulator. A key is never on the command line, where every user of
 * the machine can read it.
 *
 * @throws {UsageError} for a value that does not do.
 */
export function readEmulatorOptions(
  given: {
    readonly seed?: string | undefined
    readonly clock?: string | undefined
    readonly 'latency-ms'?: string | undefined
    readonly lag?: string | undefined
    readonly 'rate-limit'?: string | undefined
  },
  env: Readonly<Record<string, string | undefined>>,
): EmulatorOptions {
  const latency = given['latency-ms']
  return {
    seed: given.seed,
    startTime: given.clock === undefined ? undefined : toTime('--clock', given.clock),
    latencyMs: latency === undefined ? undefined : toWholeNumber('--latency-ms', latency, 0, longestLatencyMs),
    consistency: given.lag === undefined ? undefined : toConsistency(given.lag),
    rateLimit: given['rate-limit'] === undefined ? undefined : toRateLimit(given['rate-limit']),
    authKeys: readAuthKeys(env),
  }
}

function toConsistency(lag: string): EmulatorOptions['consistency'] {
  if (lag === 'adversarial') return lag
  const [, polls] = /^polls:(.*)$/.exec(lag) ?? []
  if (polls !== undefined) return { polls: toWholeNumber('--lag polls:', polls, 1, 1_000) }
  return { lagMs: toWholeNumber('--lag', lag, 0, longestLagMs) }
}

function toRateLimit(text: string): EmulatorOptions['rateLimit'] {
  const [, limit, perSeconds] = /^(\d+)\/(\d+)$/.exec(text) ?? []
  if (limit === undefined || perSeconds === undefined) {
    throw new UsageError(`--rate-limit must be calls and seconds such as 1000/60; it is ${JSON.stringify(text)}.`)
  }
  return {
    limit: toWholeNumber('--rate-limit', limit, 1, 1_000_000_000),
    perSeconds: toWholeNumber('--rate-limit', perSeconds, 1, 86_400),
  }
}

const longestLatencyMs = 600_000
const longestLagMs = 86_400_000

// An empty variable counts as none, as a shell's `NAME= command` means it.
function readAuthKeys(env: Readonly<Record<string, string | undefined>>): EmulatorOptions['authKeys'] {
  const { [keyIdVariable]: authKeyId = '', [keyVariable]: authKey = '' } = env
  if (authKeyId === '' && authKey === '') return undefined
  if (authKeyId !== '' && authKey !== '') return [{ authKeyId, authKey }]
  const [there, absent] = authKey === '' ? [keyIdVariable, keyVariable] : [keyVariable, keyIdVariable]
  throw new UsageError(`${there} is set, but ${absent} is not.`, 'Set both, or neither to accept any pair of keys.')
}
