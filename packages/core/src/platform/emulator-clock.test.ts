import { startEmulator } from '@soracom-fixtures/emulator'
import { expect, onTestFinished, test } from 'vitest'
import { emulatorClock } from './emulator-clock.ts'

async function open() {
  const emulator = await startEmulator({ startTime: '2026-12-30T00:00:00Z' })
  onTestFinished(emulator.close)
  return emulator
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10)

test('the clock of an emulator is read and moved', async () => {
  const emulator = await open()
  const clock = emulatorClock(emulator)
  expect(dayOf(await clock.now())).toBe('2026-12-30')
  expect(dayOf(await clock.advance({ days: 1 }))).toBe('2026-12-31')
  expect(dayOf(await clock.closeMonth())).toBe('2027-01-01')
  expect(dayOf(await clock.set(new Date('2027-02-03')))).toBe('2027-02-03')
  expect(dayOf(new Date(emulator.clock.now()))).toBe('2027-02-03')
})

test('it does not move back', async () => {
  const clock = emulatorClock(await open())
  await expect(clock.set(new Date('2020-01-01'))).rejects.toThrow('/_emulator/clock/set of 127.0.0.1')
})

test('the sandbox has none that can be moved, and is not called', async () => {
  const clock = emulatorClock({ endpoint: 'https://api-sandbox.soracom.io' })
  await expect(clock.advance({ days: 1 })).rejects.toThrow(
    'The clock of the sandbox (api-sandbox.soracom.io) cannot be moved; only an emulator',
  )
})
