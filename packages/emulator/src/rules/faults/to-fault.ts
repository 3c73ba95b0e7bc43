import { apiOperations } from '@soracom-fixtures/api'
import type { Fault } from './fault.ts'

/** A fault as it was given, checked and frozen; throws a TypeError that tells what does not do. */
export function toFault(given: unknown): Fault {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new TypeError(`a fault is an object with a kind: ${kinds.join(', ')}`)
  }
  const fault = given as Readonly<Record<string, unknown>>
  const kind = kinds.find((one) => one === fault.kind)
  if (!kind) throw new TypeError(`the fault's kind must be one of ${kinds.join(', ')}; it is ${toText(fault.kind)}`)
  const fields = { ...scopeFields, ...kindFields[kind] }
  for (const [name, value] of Object.entries(fault)) {
    if (name === 'kind' || value === undefined) continue
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (!field)
      throw new TypeError(`a fault of kind ${kind} has no "${name}"; it has ${Object.keys(fields).join(', ')}`)
    if (!field.isGood(value)) throw new TypeError(`the fault's ${name} must be ${field.what}; it is ${toText(value)}`)
  }
  if (kind === 'latency' && fault.ms === undefined) throw new TypeError('a fault of kind latency needs ms')
  checkOperations(fault.operation)
  return Object.freeze({ ...fault }) as unknown as Fault
}

interface Field {
  readonly what: string
  readonly isGood: (value: unknown) => boolean
}

type Fields = Readonly<Record<string, Field>>

const text: Field = { what: 'a text', isGood: (value) => typeof value === 'string' && value !== '' }
const names: Field = {
  what: 'an operation ID, or several',
  isGood: (value) => text.isGood(value) || (Array.isArray(value) && value.length > 0 && value.every(text.isGood)),
}
const count: Field = {
  what: 'a whole number from 0',
  isGood: (value) => Number.isSafeInteger(value) && Number(value) >= 0,
}
const chance: Field = {
  what: 'a number from 0 to 1',
  isGood: (value) => typeof value === 'number' && value >= 0 && value <= 1,
}
const longestMs = 600_000
const wait: Field = {
  what: `a number of milliseconds up to ${longestMs}`,
  isGood: (value) => typeof value === 'number' && value >= 0 && value <= longestMs,
}
const when: Fields = {
  when: { what: "'before' or 'after'", isGood: (value) => value === 'before' || value === 'after' },
}

const scopeFields: Fields = {
  operation: names,
  method: text,
  path: text,
  probability: chance,
  count,
  after: count,
  seed: text,
}

const kindFields: Readonly<Record<Fault['kind'], Fields>> = {
  latency: { ms: wait, jitterMs: wait },
  tooManyRequests: { retryAfterSeconds: count },
  internalError: when,
  gatewayError: when,
  badGateway: when,
  serviceUnavailable: when,
  reset: when,
  cutBody: {},
  expiredToken: {},
}

const kinds = Object.keys(kindFields) as Fault['kind'][]

// A fault for an operation that does not exist would never be met, and nobody would notice.
function checkOperations(operation: unknown): void {
  if (operation === undefined) return
  const known = new Set(apiOperations().map(({ operationId }) => operationId))
  for (const name of [operation].flat()) {
    if (!known.has(String(name))) throw new TypeError(`the API has no operation ${toText(name)}`)
  }
}

function toText(value: unknown): string {
  return JSON.stringify(value) ?? String(value)
}
