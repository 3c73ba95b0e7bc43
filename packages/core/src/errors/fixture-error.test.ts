import { expect, test, vi } from 'vitest'
import { ConfigurationError } from './configuration-error.ts'
import { FixtureError } from './fixture-error.ts'
import { FixtureJournalError } from './journal-error.ts'
import { FixtureRunError } from './run-error.ts'

// A runner may hold several copies of this package: that of a test file, and that of what makes its sets.
test('an error of another copy of the package is one of its class, and of no other', async () => {
  vi.resetModules()
  const { FixtureRunError: another } = await import('./run-error.ts')
  expect(another).not.toBe(FixtureRunError)
  const error = another.differing('shop')
  expect(error).toBeInstanceOf(FixtureRunError)
  expect(error).toBeInstanceOf(FixtureError)
  expect(error).not.toBeInstanceOf(FixtureJournalError)
  expect(error).not.toBeInstanceOf(ConfigurationError)
})

test.each([undefined, null, 'FixtureError', {}, new Error('other')])('%s is none', (value) => {
  expect(value instanceof FixtureError).toBe(false)
  expect(value instanceof FixtureRunError).toBe(false)
})
