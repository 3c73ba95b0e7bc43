import { expect, test } from 'vitest'
import { createEmulator } from './create-emulator.ts'
import { startEmulator } from './start-emulator.ts'
import { openSandbox } from './testing/open-sandbox.ts'

test('the same seed gives the same ids', async () => {
  const [one, other, third] = await Promise.all(
    ['a', 'a', 'b'].map(async (seed) => {
      const operator = await openSandbox({ seed, startTime: 0 }).operator()
      return [operator.operatorId, await operator.sim()]
    }),
  )
  expect(one).toEqual(other)
  expect(one).not.toEqual(third)
})

test('a setting that does not exist is told with those that do', () => {
  const settings = { registerState: 200 } as object
  expect(() => createEmulator({ settings })).toThrow(/no setting "registerState".*registerStatus/)
})

test('an option that does not do is told with what it is', async () => {
  expect(() => createEmulator({ latencyMs: -1 })).toThrow('The option latencyMs of the emulator must be a whole number')
  await expect(startEmulator({ port: 65_536 })).rejects.toThrow('from 0 to 65535; it is 65536 (number)')
  expect(() => createEmulator({ startTime: 'soon' })).toThrow('Not a time: soon')
})
