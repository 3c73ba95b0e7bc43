import * as schemas from '@soracom-fixtures/api/schemas'
import fc from 'fast-check'

/** Words that break programs: names of prototypes, odd numbers, path tricks, control characters, broken escapes. */
export const hostileWords: readonly string[] = [
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', 'then', 'toJSON', '$', '$ref'],
  ...['', ' ', '.', '..', '../..', '/', '//', '\\', '%', '%zz', '%00', '%2e%2e', '%2f', '%252f', '+', '*', '**', ':id'],
  ...['{imsi}', '\0', '\n', '\r\nx: y', '\u2028', '\ud800', '\ufeff', '東京', '🛰️', "' OR 1=1 --", '<script>', '#{7*7}'],
  ...[
    '0',
    '-0',
    '-1',
    '1e999',
    'NaN',
    'Infinity',
    '0x10',
    '9007199254740993',
    'null',
    'undefined',
    'true',
    '[object Object]',
  ],
  ...['202613', '000000', '999912', '20260230', '1969-12-31', '9999999999999999', 'month', 'minutes', 'x'.repeat(5000)],
]

/** The names of all fields of all schemas, and some that are in none. */
export const fieldNames: readonly string[] = [
  ...new Set([...Object.values(schemas).flatMap(fieldsOf), ...['__proto__', 'constructor', 'prototype', '$', '', '0']]),
]

/** A value of JSON of any form and any type, now and then one of some that are known. */
export function hostileValue(known: readonly string[]): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 3, arbitrary: hostileText(known) },
    { weight: 2, arbitrary: fc.constantFrom(0, -1, 1, 1.5, 1e308, -1e308, 2 ** 53, 1_762_732_800, true, false, null) },
    { weight: 1, arbitrary: fc.integer() },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
    { weight: 1, arbitrary: fc.array(hostileText(known), { maxLength: 4 }) },
  )
}

/** A text of a path or a query, hostile or known. */
export function hostileText(known: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(fc.constantFrom(...known), fc.constantFrom(...hostileWords), fc.string({ maxLength: 20 }))
}

/** A body: objects with fields of the API and foreign ones, arrays of them, other JSON, or no JSON at all. */
export function hostileBody(known: readonly string[]): fc.Arbitrary<string | undefined> {
  const entries = fc.array(fc.tuple(fc.constantFrom(...fieldNames), hostileValue(known)), { maxLength: 8 })
  const object = entries.map(toJsonObject)
  const nested = fc
    .tuple(fc.constantFrom(...fieldNames), object)
    .map(([name, text]) => `{${JSON.stringify(name)}:${text}}`)
  return fc.oneof(
    { weight: 4, arbitrary: object },
    { weight: 2, arbitrary: nested },
    { weight: 2, arbitrary: fc.array(object, { maxLength: 3 }).map((texts) => `[${texts.join(',')}]`) },
    { weight: 1, arbitrary: fc.json({ maxDepth: 4 }) },
    { weight: 1, arbitrary: fc.constantFrom(undefined, '', ' ', '{', '[]', 'null', '"a"', '1e999', '['.repeat(9000)) },
    { weight: 1, arbitrary: fc.string() },
  )
}

// Written by hand, since an object would take `__proto__` for its prototype and keep a name only once.
function toJsonObject(entries: readonly (readonly [string, unknown])[]): string {
  return `{${entries.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`
}

// The fields of a schema and of what is in it.
function fieldsOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const { entries = {}, item, wrapped, options = [], value } = schema as Readonly<Record<string, never>>
  const own = typeof entries === 'object' ? Object.entries(entries) : []
  const inner = [item, wrapped, value, ...(Array.isArray(options) ? options : [])]
  return [...own.flatMap(([name, field]) => [name, ...fieldsOf(field)]), ...inner.flatMap(fieldsOf)]
}
