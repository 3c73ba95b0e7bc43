import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { problemsOf, setUp } from '../test-support/set-up.ts'
import { airStats } from './air-stats.ts'
import { operator } from './operator.ts'
import { subscribers } from './subscribers.ts'

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())

test('several SIMs are there, each with what is asked for its index', async () => {
  const shop = operator()
  const fleet = subscribers(5, (index) => ({
    operator: shop,
    subscription: 'plan01s',
    status: index % 2 ? 'active' : 'standby',
    tags: { name: `tracker-${index}` },
  }))
  const { fx } = await setUp({ shop, fleet }, emulator.endpoint)
  const found = []
  for await (const { imsi, status, tags } of fx.shop.client.subscribers.list()) found.push({ imsi, status, tags })
  const byName = (a: { tags: { name?: string } }, b: { tags: { name?: string } }) =>
    (a.tags.name ?? '').localeCompare(b.tags.name ?? '')
  expect(found.sort(byName)).toEqual(fx.fleet.map(({ imsi, status, tags }) => ({ imsi, status, tags })))
  expect(fx.fleet.map(({ status }) => status)).toEqual(['standby', 'active', 'standby', 'active', 'standby'])
})

test('the same options may serve all, or none', async () => {
  const { fx } = await setUp({ alike: subscribers(2, { status: 'active' }), plain: subscribers(2) }, emulator.endpoint)
  expect(fx.alike.map(({ status }) => status)).toEqual(['active', 'active'])
  expect(fx.plain.map(({ status }) => status)).toEqual(['ready', 'ready'])
})

test('none are an empty array', async () => {
  const { fx } = await setUp({ nobody: subscribers(0) }, emulator.endpoint)
  expect(fx.nobody).toEqual([])
})

test('each may be referred to', async () => {
  const fleet = subscribers(2)
  const usage = fleet.map((sim) =>
    airStats({ subscriber: sim, at: '2026-11-01', traffic: { 's1.fast': { upload: 1 } } }),
  )
  const { fx } = await setUp({ fleet, usage }, emulator.endpoint)
  expect(fx.usage.map(({ imsi }) => imsi)).toEqual(fx.fleet.map(({ imsi }) => imsi))
})

test('each is known by its index and by the place where all were declared', () => {
  const fleet = subscribers(2, { status: 'asleep' } as never)
  expect(problemsOf({ fleet }).map((problem) => problem.split(':')[0])).toEqual(['fleet[0]', 'fleet[1]'])
  expect(fleet.map(({ declaredAt }) => declaredAt?.file.split('/').at(-1))).toEqual([
    'subscribers.test.ts',
    'subscribers.test.ts',
  ])
})

test.each([-1, 1.5, Number.NaN, '2'])('%s is no number of SIMs', (count) => {
  expect(() => subscribers(count as number)).toThrow(
    `subscribers(count, each): count must be a whole number from 0, not ${count}.`,
  )
})
