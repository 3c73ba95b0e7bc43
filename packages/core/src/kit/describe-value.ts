import { inspect } from 'node:util'

const secretNames = /^(api-?key|token|auth-?key|password|registration-?secret|secret|cvc|number)$/i
const mostCharacters = 200

/** A value as messages show it: short, on one line, and without what is secret by its name. */
export function describeValue(value: unknown): string {
  const text = inspect(withoutSecrets(value, 0), { depth: 4, breakLength: Number.POSITIVE_INFINITY, compact: true })
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text
}

function withoutSecrets(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || depth > 5) return value
  if (Array.isArray(value)) return value.map((one) => withoutSecrets(one, depth + 1))
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  const entries = Object.entries(value).map(([name, one]) => [
    name,
    secretNames.test(name) ? '[redacted]' : withoutSecrets(one, depth + 1),
  ])
  return Object.fromEntries(entries)
}
