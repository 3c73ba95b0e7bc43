import { expect, test } from 'vitest'
import { ApiFailure } from './api-failure.ts'

test('a failure notes no places in the code, and errors after it do as before', () => {
  const { stackTraceLimit } = Error
  expect(new ApiFailure('EMU0005', ['group', 'none']).stack).not.toContain('\n')
  expect(Error.stackTraceLimit).toBe(stackTraceLimit)
  expect(new Error('another').stack).toContain('\n    at ')
})
