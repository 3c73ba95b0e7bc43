import { expect, test } from 'vitest'
import { putEntry } from '../state/timed-list.ts'
import { openSandbox } from '../testing/open-sandbox.ts'
import { openWorld } from '../testing/open-world.ts'

test('the error logs of a sandbox are empty', async () => {
  const { call } = await openSandbox().operator()
  expect(await call('GET', '/logs')).toMatchObject({ status: 200, body: [] })
})

test('error logs are filtered by resource, service and time, and paged from the newest on', () => {
  const { operator, call } = openWorld()
  for (const timeMs of [1000, 2000, 3000]) {
    const resource = { resourceType: 'Subscriber', resourceId: timeMs < 3000 ? 'a' : 'b' } as const
    const entry = {
      ...resource,
      service: timeMs < 2000 ? 'Beam' : 'Funk',
      logLevel: 'error',
      body: { timeMs },
    } as const
    putEntry(operator.account.logs, { timeMs, entry })
  }
  const timesOf = (query: string) =>
    call('GET', `/logs?${query}`).body.map(({ time }: { readonly time: number }) => time)
  expect(call('GET', '/logs?limit=1').body).toEqual([
    {
      time: 3000,
      logLevel: 'error',
      operatorId: operator.operatorId,
      resourceType: 'Subscriber',
      resourceId: 'b',
      service: 'Funk',
      body: { timeMs: 3000 },
    },
  ])
  expect(call('GET', '/logs?limit=1').headers['x-soracom-next-key']).toBe('3000')
  expect(timesOf('last_evaluated_key=3000')).toEqual([2000, 1000])
  expect(timesOf('resource_type=Subscriber&resource_id=a')).toEqual([2000, 1000])
  expect(timesOf('resource_type=Device')).toEqual([])
  expect(timesOf('service=Funk')).toEqual([3000, 2000])
  expect(timesOf('from=1000&to=2000')).toEqual([2000, 1000])
})

test.each(['resource_type=Sim', 'service=Soracom', 'from=now', 'last_evaluated_key=x'])(
  'error logs by %s answer 400',
  async (query) => {
    const { call } = await openSandbox().operator()
    expect((await call('GET', `/logs?${query}`)).body.code).toBe('EMU0006')
  },
)
