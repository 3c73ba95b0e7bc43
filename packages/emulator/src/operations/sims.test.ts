import { expect, test } from 'vitest'
import { openSandbox } from '../testing/open-sandbox.ts'

test('a limit of -1 is taken for the least, since a 500 makes the command-line client repeat for two minutes', async () => {
  const shop = await openSandbox().operator()
  await shop.sim()
  expect(await shop.call('GET', '/sims?limit=-1')).toMatchObject({ status: 200, body: [{}] })
})

test('a limit of -1 can fail with 500, as the service was seen to (test of a Go client)', async () => {
  const shop = await openSandbox({ settings: { limitBelowOne: 'fails' } }).operator()
  expect(await shop.call('GET', '/sims?limit=-1')).toMatchObject({ status: 500, body: { code: 'COM0003' } })
  expect((await shop.call('GET', '/sims?limit=1')).status).toBe(200)
  expect((await shop.call('GET', '/subscribers?limit=-1')).status).toBe(200)
})

test('the list of the newer API has no filters (published document)', async () => {
  const shop = await openSandbox().operator()
  await shop.sim()
  expect((await shop.call('GET', '/sims?status_filter=active&tag_name=none&tag_value=none')).body).toHaveLength(1)
})

test('ID and ICCID of a SIM are its IMSI in the sandbox (notebook of 2022)', async () => {
  const shop = await openSandbox().operator()
  const imsi = await shop.sim()
  const [sim] = (await shop.call('GET', '/sims')).body
  expect([sim.simId, sim.activeProfileId, sim.profiles[imsi].iccid]).toEqual([imsi, imsi, imsi])
})

test('a SIM can receive SMS where the number in `plan` says so (published document)', async () => {
  const shop = await openSandbox().operator()
  for (const [subscription, sms] of [
    ['plan01s', true],
    ['plan-KM1', false],
  ] as const) {
    const imsi = await shop.sim({ subscription })
    expect((await shop.call('GET', `/sims/${imsi}`)).body.capabilities).toEqual({ data: true, sms })
    expect((await shop.call('GET', `/subscribers/${imsi}`)).body.plan).toBe(sms ? 1 : 0)
  }
})

test.each([
  ['/sims', ''],
  ['/subscribers', ''],
  ['/groups/{group}/subscribers', ''],
  ['/query/sims', 'session_status=OFFLINE'],
  ['/query/subscribers', ''],
])('%s gives each SIM once, page by page (published document: paginated)', async (path, filter) => {
  const shop = await openSandbox().operator()
  const { groupId } = (await shop.call('POST', '/groups', {})).body
  const made: string[] = []
  for (let count = 0; count < 5; count += 1) {
    const imsi = await shop.sim()
    made.push(imsi)
    await shop.call('POST', `/subscribers/${imsi}/set_group`, { groupId })
  }
  const seen: string[] = []
  for (let key: string | undefined = ''; key !== undefined; ) {
    const query = `${filter}&limit=2${key === '' ? '' : `&last_evaluated_key=${encodeURIComponent(key)}`}`
    const page = await shop.call('GET', `${path.replace('{group}', groupId)}?${query}`)
    expect(page.body.length).toBeLessThanOrEqual(2)
    seen.push(...page.body.map((sim: { simId: string }) => sim.simId))
    key = page.headers['x-soracom-next-key']
    expect(page.headers.link?.includes('rel=next') ?? false).toBe(key !== undefined)
  }
  expect(seen).toEqual(made.toSorted())
})
