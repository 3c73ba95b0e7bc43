import { expect, test } from 'vitest'
import { readEmulatorOptions } from './emulator-options.ts'

test('nothing told is the emulator’s own defaults', () => {
  expect(readEmulatorOptions({}, {})).toEqual({})
})

test('what is told is read', () => {
  const given = { seed: '1', clock: '2026-11-01T09:00:00+09:00', 'latency-ms': '250' }
  const env = { SORACOM_FIXTURES_EMULATOR_AUTH_KEY_ID: 'keyId-a', SORACOM_FIXTURES_EMULATOR_AUTH_KEY: 'secret-a' }
  expect(readEmulatorOptions(given, env)).toEqual({
    seed: '1',
    startTime: new Date('2026-11-01T00:00:00Z'),
    latencyMs: 250,
    authKeys: [{ authKeyId: 'keyId-a', authKey: 'secret-a' }],
  })
})

test('empty variables count as none', () => {
  const env = { SORACOM_FIXTURES_EMULATOR_AUTH_KEY_ID: '', SORACOM_FIXTURES_EMULATOR_AUTH_KEY: '' }
  expect(readEmulatorOptions({}, env).authKeys).toBeUndefined()
})

test.each(['2026-13-01', 'now', '1790000000', ''])('%j is no time', (clock) => {
  expect(() => readEmulatorOptions({ clock }, {})).toThrow('--clock must be a time such as 2026-11-01T00:00:00Z')
})
