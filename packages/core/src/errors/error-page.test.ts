import { expect, test } from 'vitest'
import { describeCause } from './describe-cause.ts'
import { FixtureError, fixtureErrorCodes } from './fixture-error.ts'
import { FixtureTimeoutError } from './timeout-error.ts'

test.each(fixtureErrorCodes)('a message of %s ends with the address of its section, on a line of its own', (code) => {
  const address = `https://github.com/soracom-fixtures/soracom-fixtures/blob/main/docs/errors.md#${code.toLowerCase()}`
  expect(new FixtureError(code, 'It did not work.').message).toBe(`It did not work.\n${address}`)
})

test('a message inside another leaves its own address out', () => {
  const cause = new FixtureTimeoutError(10, { lastSeen: 'the order is pending', lastAnswer: undefined })
  expect(describeCause(cause)).toBe(
    'it was not ready within 10 ms (fixtureTimeoutMs) and was given up\n      last state seen: the order is pending',
  )
})
