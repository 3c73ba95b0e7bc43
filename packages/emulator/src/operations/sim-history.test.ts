import { expect, test } from 'vitest'
import { openSandbox } from '../testing/open-sandbox.ts'

const startTime = Date.UTC(2026, 10, 1)

async function openHistory() {
  const { emulator, operator } = openSandbox({ startTime })
  const shop = await operator()
  const simId = await shop.sim({ subscription: 'plan01s' })
  const change = async (method: string, path: string, body?: unknown) => {
    emulator.clock.advance({ hours: 1 })
    expect((await shop.call(method, `/subscribers/${simId}/${path}`, body)).status).toBe(200)
  }
  const history = async (query = '') => shop.call('GET', `/sims/${simId}/statuses/history${query}`)
  return { shop, simId, change, history }
}

test('a history tells each change with the SIM as it was then, newest first (published document)', async () => {
  const { shop, simId, change, history } = await openHistory()
  const { groupId } = (await shop.call('POST', '/groups', {})).body
  await change('POST', 'activate')
  await change('POST', 'update_speed_class', { speedClass: 's1.slow' })
  await change('POST', 'set_group', { groupId })
  await change('POST', 'suspend')
  const { body } = await history()
  const told = body.map(({ status, speedClass, groupId: group }: Record<string, unknown>) => [
    status,
    speedClass,
    group,
  ])
  expect(told).toEqual([
    ['suspended', 's1.slow', groupId],
    ['active', 's1.slow', groupId],
    ['active', 's1.slow', null],
    ['active', 's1.standard', null],
    ['ready', 's1.standard', null],
  ])
  expect(body[0]).toEqual({
    simId,
    imsi: simId,
    primaryImsi: simId,
    isPrimary: true,
    subscription: 'plan01s',
    bundles: [],
    status: 'suspended',
    speedClass: 's1.slow',
    groupId,
    applyDateTimeEpochSec: body[0].applyDateTimeEpochSec,
  })
  expect(body[0].applyDateTimeEpochSec - body[4].applyDateTimeEpochSec).toBe(4 * 3600)
})

test('what changes nothing is not in it', async () => {
  const { change, history } = await openHistory()
  await change('POST', 'activate')
  await change('POST', 'activate')
  await change('POST', 'enable_termination')
  expect((await history()).body).toHaveLength(2)
})

test('pages go on from the key of the last, in both orders (published document)', async () => {
  const { change, history } = await openHistory()
  for (const verb of ['activate', 'deactivate', 'activate', 'suspend']) await change('POST', verb)
  for (const sort of ['asc', 'desc']) {
    const statuses: string[] = []
    let key: string | undefined
    do {
      const next = key === undefined ? '' : `&last_evaluated_key=${key}`
      const { body, headers } = await history(`?sort=${sort}&limit=2${next}`)
      statuses.push(...body.map(({ status }: { status: string }) => status))
      key = headers['x-soracom-next-key']
    } while (key !== undefined)
    const expected = ['ready', 'active', 'inactive', 'active', 'suspended']
    expect(statuses).toEqual(sort === 'asc' ? expected : expected.reverse())
  }
})

test('a range is in milliseconds (published document)', async () => {
  const { change, history } = await openHistory()
  await change('POST', 'activate')
  await change('POST', 'deactivate')
  const from = startTime + 30 * 60_000
  expect((await history(`?from=${from}&to=${from + 3_600_000}`)).body).toMatchObject([{ status: 'active' }])
  expect((await history(`?to=${from}`)).body).toMatchObject([{ status: 'ready' }])
})

test('a request that does not do answers 400, and an unknown SIM 404 (published document)', async () => {
  const { shop, history } = await openHistory()
  for (const query of ['?from=soon', '?sort=up', '?last_evaluated_key=x']) {
    expect((await history(query)).status).toBe(400)
  }
  expect((await shop.call('GET', '/sims/001019999999999/statuses/history')).status).toBe(404)
})
