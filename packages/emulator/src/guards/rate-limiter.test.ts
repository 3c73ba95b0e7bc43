import { expect, test } from 'vitest'
import { openSandbox } from '../testing/open-sandbox.ts'

const startTime = '2026-11-10T00:00:00Z'

test('each operator has its own limit for each group of paths, told by the headers of every answer', async () => {
  const { operator, emulator } = openSandbox({ startTime, rateLimit: { limit: 2, perSeconds: 60 } })
  const [one, other] = [await operator(), await operator()]
  const first = await one.call('GET', '/groups')
  expect(first.headers).toMatchObject({
    'x-soracom-ratelimit-limit': '2',
    'x-soracom-ratelimit-remaining': '1',
    'x-soracom-ratelimit-seconds-before-refresh': expect.stringMatching(/^(59|60)$/),
  })
  expect((await one.call('GET', '/groups/none')).status).toBe(404)
  const over = await one.call('POST', '/groups', {})
  expect(over).toMatchObject({ status: 429, body: { code: 'EMU0019' } })
  expect(over.headers).toMatchObject({
    'x-soracom-ratelimit-remaining': '0',
    'retry-after': expect.stringMatching(/^(59|60)$/),
  })
  expect((await one.call('GET', '/subscribers')).status).toBe(200)
  expect((await other.call('GET', '/groups')).body).toEqual([])

  emulator.clock.advance({ seconds: 60 })
  expect((await one.call('GET', '/groups')).body).toEqual([])
})

test('calls without credentials are counted by client', async () => {
  const { emulator } = openSandbox({ startTime, rateLimit: { limit: 1, perSeconds: 60 } })
  const login = async (remoteAddress: string) =>
    (await emulator.handle({ method: 'POST', url: '/v1/auth', body: '{}', remoteAddress })).status
  expect([await login('10.0.0.1'), await login('10.0.0.1'), await login('10.0.0.2')]).toEqual([401, 429, 401])
})

test.each([
  [{ limit: 0, perSeconds: 60 }, 'rateLimit.limit'],
  [{ limit: 1, perSeconds: 0.5 }, 'rateLimit.perSeconds'],
])('the limit %j is refused', (rateLimit, name) => {
  expect(() => openSandbox({ rateLimit })).toThrow(`The option ${name} of the emulator must be a whole number`)
})

test('there is no limit and no header unless told', async () => {
  const { operator } = openSandbox()
  const { headers } = await (await operator()).call('GET', '/groups')
  expect(Object.keys(headers).filter((name) => name.includes('ratelimit') || name === 'retry-after')).toEqual([])
})
