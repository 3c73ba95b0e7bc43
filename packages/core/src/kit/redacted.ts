import { inspect } from 'node:util'

/**
 * Defines properties that code can read and text never shows: `console.log`, `util.inspect`, `JSON.stringify`, spread,
 * snapshots and a runner's diff all pass over them. A getter stays one, so that what it gives is made when it is read.
 */
export function withHidden<Shown extends object, Hidden extends object>(shown: Shown, hidden: Hidden): Shown & Hidden {
  const descriptors = Object.fromEntries(
    Object.entries(Object.getOwnPropertyDescriptors(hidden)).map(([name, { get, value }]) => [
      name,
      { ...(get ? { get } : { value }), enumerable: false },
    ]),
  )
  // Also where an inspection asks for what is hidden.
  const inspected = { value: () => ({ ...shown }), enumerable: false }
  return Object.defineProperties({ ...shown }, { ...descriptors, [inspect.custom]: inspected }) as Shown & Hidden
}

/** An object whose values can be read and spread, and that prints its names alone. */
export function withSecretValues<Values extends Record<string, string>>(values: Values): Values {
  const redacted = () => Object.fromEntries(Object.keys(values).map((name) => [name, '[redacted]']))
  return Object.defineProperties(
    { ...values },
    {
      toJSON: { value: redacted, enumerable: false },
      [inspect.custom]: { value: redacted, enumerable: false },
    },
  ) as Values
}
