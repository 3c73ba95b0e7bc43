import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { withHidden, withSecretValues } from './redacted.ts'

const secret = 'hunter2'

test('what is hidden can be read by name, and is neither printed nor copied', () => {
  const value = withHidden({ shown: 1 }, { hidden: secret })
  expect(value.hidden).toBe(secret)
  const texts = [
    inspect(value, { showHidden: true }),
    inspect([value]),
    JSON.stringify({ value }),
    `${Object.keys(value)}`,
  ]
  for (const text of texts) expect(text).not.toContain(secret)
  expect({ ...value }).toEqual({ shown: 1 })
  expect(inspect(value)).toBe('{ shown: 1 }')
})

test('secret values can be read and copied, and print their names alone', () => {
  const values = withSecretValues({ TOKEN: secret })
  expect(values.TOKEN).toBe(secret)
  expect({ ...values }).toEqual({ TOKEN: secret })
  expect(inspect({ values })).toBe("{ values: { TOKEN: '[redacted]' } }")
  expect(JSON.stringify({ values })).toBe('{"values":{"TOKEN":"[redacted]"}}')
})
