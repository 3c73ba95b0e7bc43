import { EventEmitter } from 'node:events'
import { expect, test, vi } from 'vitest'
import { toExitCode, watchSignals } from './watch-signals.ts'

test('the first signal asks for a stop', async () => {
  const source = new EventEmitter()
  const stopAtOnce = vi.fn()
  const { first } = watchSignals(source, stopAtOnce)
  source.emit('SIGTERM')
  expect(await first).toBe('SIGTERM')
  expect(stopAtOnce).not.toHaveBeenCalled()
})

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('a second signal, %s, stops at once with exit code %i', (signal, exitCode) => {
  const source = new EventEmitter()
  const stopAtOnce = vi.fn()
  watchSignals(source, stopAtOnce)
  source.emit('SIGINT')
  source.emit(signal)
  expect(stopAtOnce.mock.calls).toEqual([[exitCode]])
})

test('an exit code is 128 and the number of the signal', () => {
  expect(toExitCode('SIGKILL')).toBe(137)
})
