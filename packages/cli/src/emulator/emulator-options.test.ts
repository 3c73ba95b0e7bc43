import { expect, test } from 'vitest'
import { readEmulatorOptions } from './emulator-options.ts'

test('nothing told is the emulator’s own defaults', () => {
  expect(readEmulatorOptions({}, {})).toEqual({})
})

test('what is told is read', () => {
  const given = {
    seed: '1',
    clock: '2026-11-01T09:00:00+09:00',
    'latency-ms': '250',
    lag: '15000',
    'rate-limit': '1000/60',
  }
  const env = { SORACOM_FIXTURES_EMULATOR_AUTH_KEY_ID: 'keyId-a', SORACOM_FIXTURES_EMULATOR_AUTH_KEY: 'secret-a' }
  expect(readEmulatorOptions(given, env)).toEqual({
    seed: '1',
    startTime: new Date('2026-11-01T00:00:00Z'),
    latencyMs: 250,
    consistency: { lagMs: 15_000 },
    rateLimit: { limit: 1_000, perSeconds: 60 },
    authKeys: [{ authKeyId: 'keyId-a', authKey: 'secret-a' }],
  })
})

test.each([
  ['polls:3', { polls: 3 }],
  ['adversarial', 'adversarial'],
] as const)('a lag of %s is read', (lag, consistency) => {
  expect(readEmulatorOptions({ lag }, {}).consistency).toEqual(consistency)
})

test.each([
  [{ lag: 'soon' }, '--lag must be a whole number from 0'],
  [{ lag: 'polls:0' }, '--lag polls: must be a whole number from 1'],
  [{ 'rate-limit': '1000' }, '--rate-limit must be calls and seconds such as 1000/60'],
])('%j is refused', (given, message) => {
  expect(() => readEmulatorOptions(given, {})).toThrow(message)
})

test('empty variables count as none', () => {
  const env = { SORACOM_FIXTURES_EMULATOR_AUTH_KEY_ID: '', SORACOM_FIXTURES_EMULATOR_AUTH_KEY: '' }
  expect(readEmulatorOptions({}, env).authKeys).toBeUndefined()
})

test.each(['2026-13-01', 'now', '1790000000', ''])('%j is no time', (clock) => {
  expect(() => readEmulatorOptions({ clock }, {})).toThrow('--clock must be a time such as 2026-11-01T00:00:00Z')
})
