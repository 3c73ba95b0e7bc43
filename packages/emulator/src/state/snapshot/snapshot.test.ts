import { describe, expect, test } from 'vitest'
import { createEmulator } from '../../create-emulator.ts'
import type { EmulatorOptions } from '../../options.ts'
import { openSandbox, password, productionKey, type TestOperator } from '../../testing/open-sandbox.ts'

const startTime = '2026-11-10T00:00:00Z'
const unixtime = Date.parse(startTime) / 1000

/** An emulator whose operator has something of everything. */
async function openFull(options: EmulatorOptions = {}) {
  const sandbox = openSandbox({ seed: 'full', startTime, ...options })
  const operator = await sandbox.operator({ coverageTypes: ['jp', 'g'] })
  const { operatorId, call, sim } = operator
  const imsi = await sim({ subscription: 'plan-D', bundles: ['D-500MB'] })
  const other = await sim({ subscription: 'plan01s' })
  await call('PUT', `/subscribers/${imsi}/tags`, [{ tagName: '__proto__', tagValue: '$' }])
  await call('POST', `/subscribers/${imsi}/activate`)
  const expiry = { expiryTime: Date.parse(startTime) + 3_600_000, expiryAction: 'suspend' }
  await call('POST', `/subscribers/${other}/set_expiry_time`, expiry)
  const { groupId } = (await call('POST', '/groups', { tags: { name: 'g' } })).body
  const configuration = '[{"key":"a","value":{"__proto__":{"x":[null]},"$":"map"}}]'
  await call('PUT', `/groups/${groupId}/configuration/SoracomAir`, configuration)
  await call('POST', `/subscribers/${imsi}/set_group`, { groupId })
  const traffic = { 's1.fast': { uploadByteSizeTotal: 1e6, downloadByteSizeTotal: 2e6 } }
  await call('POST', `/sandbox/stats/air/subscribers/${imsi}`, { unixtime, dataTrafficStatsMap: traffic })
  await call('POST', `/sandbox/stats/beam/subscribers/${imsi}`, { unixtime, beamStatsMap: { inHttp: { count: 3 } } })
  const { couponCode } = (await call('POST', '/sandbox/coupons/create', { amount: 10 })).body
  await call('POST', `/coupons/${couponCode}/register`)
  const { authKey, authKeyId } = (await call('POST', `/operators/${operatorId}/auth_keys`)).body
  const address = { addressLine1: '1-1', city: '港区', state: '東京都', zipCode: '1234567' }
  const { shippingAddressId } = (await call('POST', `/operators/${operatorId}/shipping_addresses`, address)).body
  const orderItemList = [{ productCode: '4573326590273', quantity: 3 }]
  const { orderId } = (await call('POST', '/orders', { orderItemList, shippingAddressId })).body
  await call('PUT', `/orders/${orderId}/confirm`)
  await call('POST', '/sandbox/orders/ship', { operatorId, orderId })
  await operator.user('reader', { effect: 'allow', api: 'Subscriber:*' })
  await call('POST', '/soralets', { soraletId: 'code', description: 'a' })
  await call('POST', '/soralets/code/versions', Uint8Array.from([0, 97, 255]))
  await call('POST', '/credentials/aws', { type: 'aws-credentials', credentials: { accessKeyId: 'a' } })
  await call('POST', `/operators/${operatorId}/mfa`)
  await sandbox.operator()
  const days = `from=${unixtime}&to=${unixtime}&period=day`
  const paths = [
    ...[`/operators/${operatorId}`, `/operators/${operatorId}/shipping_addresses`, '/payment_methods/current'],
    ...[`/operators/${operatorId}/auth_keys`, '/subscribers', '/sims', '/query/sims?imsi=00', '/query/subscribers'],
    ...['/groups', `/groups/${groupId}/subscribers`, '/coupons', '/orders', `/orders/${orderId}/subscribers`],
    ...[`/stats/air/subscribers/${imsi}?${days}`, `/stats/beam/subscribers/${imsi}?${days}`],
    ...[`/operators/${operatorId}/users`, `/operators/${operatorId}/users/reader/permission`, '/soralets'],
    ...['/soralets/code/versions', '/credentials', `/operators/${operatorId}/mfa`, `/operators/${operatorId}/emails`],
    ...[`/stats/air/operators/${operatorId}?${days}`, '/bills/202611', '/bills/202611/daily'],
  ]
  return { ...sandbox, operator, imsi, other, orderId, authKey, authKeyId, paths }
}

// What an emulator answers to the same calls with the same credentials.
async function answersOf(emulator: ReturnType<typeof createEmulator>, { credentials }: TestOperator, paths: string[]) {
  const answers: { path: string; status: number; body: string }[] = []
  for (const path of paths) {
    const { status, body } = await emulator.handle({ method: 'GET', url: `/v1${path}`, headers: credentials })
    answers.push({ path, status, body })
  }
  return answers
}

function copyOf(emulator: ReturnType<typeof createEmulator>, options: EmulatorOptions = {}) {
  return createEmulator({ snapshot: JSON.parse(JSON.stringify(emulator.snapshot())), ...options })
}

describe('a restored emulator', () => {
  test('answers everything as before, with the same tokens', async () => {
    const { emulator, operator, paths } = await openFull()
    const copy = copyOf(emulator)
    const answers = await answersOf(emulator, operator, paths)
    expect(answers.filter(({ status }) => status !== 200)).toEqual([])
    expect(await answersOf(copy, operator, paths)).toEqual(answers)
    expect(copy.counts()).toEqual(emulator.counts())
    expect(Math.abs(copy.clock.now() - emulator.clock.now())).toBeLessThan(5_000)
  })

  test('goes on with the ids, and is apart from the first', async () => {
    const { emulator, operator } = await openFull()
    const copy = copyOf(emulator)
    const make = { method: 'POST', url: '/v1/sandbox/subscribers/create', headers: operator.credentials }
    const [first, second] = [await emulator.handle(make), await copy.handle(make)]
    expect(first.body).toBe(second.body)
    const renamed = copyOf(emulator, { seed: 'other' })
    expect((await renamed.handle(make)).body).not.toBe((await emulator.handle(make)).body)
    expect(
      (await copy.handle({ ...make, method: 'DELETE', url: `/v1/sandbox/operators/${operator.operatorId}` })).status,
    ).toBe(200)
    expect((await emulator.handle({ ...make, method: 'GET', url: '/v1/subscribers' })).status).toBe(200)
    expect(copy.counts().operatorsLeft).toBe(1)
  })

  test('lets SIMs and tokens expire, and closes months', async () => {
    const { emulator, operator, other } = await openFull()
    const copy = copyOf(emulator, { startTime: '2026-11-10T01:00:01Z' })
    const headers = operator.credentials
    const get = (url: string) => copy.handle({ method: 'GET', url, headers })
    expect(JSON.parse((await get(`/v1/subscribers/${other}`)).body).status).toBe('suspended')
    copy.clock.advance({ days: 2 })
    expect((await get('/v1/subscribers')).status).toBe(401)
  })

  test('takes passwords and auth keys, and notes when a key was used', async () => {
    const { emulator, operator, authKey, authKeyId } = await openFull()
    const copy = copyOf(emulator)
    const login = (body: unknown) => copy.handle({ method: 'POST', url: '/v1/auth', body: JSON.stringify(body) })
    expect((await login({ email: operator.email, password })).status).toBe(200)
    expect((await login({ authKeyId, authKey })).status).toBe(200)
    const url = `/v1/operators/${operator.operatorId}/auth_keys`
    const keys = await copy.handle({ method: 'GET', url, headers: operator.credentials })
    expect(JSON.parse(keys.body)[0].lastUsedDateTime).toEqual(expect.any(Number))
    const again = { email: operator.email, password, ...productionKey }
    const taken = { method: 'POST', url: '/v1/sandbox/init', body: JSON.stringify(again) }
    expect(JSON.parse((await copy.handle(taken)).body).code).toBe('AUM0003')
  })

  test('still does not show what lagged', async () => {
    const consistency = { lagMs: 60_000 }
    const { emulator, operator, imsi, orderId } = await openFull({ consistency })
    const copy = copyOf(emulator, { consistency })
    const get = async (path: string) =>
      JSON.parse((await copy.handle({ method: 'GET', url: `/v1${path}`, headers: operator.credentials })).body)
    const stats = `/stats/air/subscribers/${imsi}?from=${unixtime}&to=${unixtime}&period=day`
    expect([await get('/query/sims'), await get(stats)]).toEqual([[], []])
    copy.clock.advance({ minutes: 1 })
    expect([(await get('/query/sims')).length, (await get(stats)).length]).toEqual([2, 1])
    expect((await get(`/orders/${orderId}/subscribers`)).orderedSubscriberList).toHaveLength(3)
  })

  test('goes on with random ids where the first had them', async () => {
    const { emulator, operator } = await openFull({ seed: undefined })
    const make = { method: 'POST', url: '/v1/sandbox/subscribers/create', headers: operator.credentials }
    expect((await copyOf(emulator).handle(make)).body).not.toBe((await emulator.handle(make)).body)
  })
})

describe('by HTTP and by code', () => {
  test('the state is read, replaced and emptied, and the clock goes back with it', async () => {
    const { emulator, control, operator, paths } = await openFull()
    const before = await answersOf(emulator, operator, paths)
    const { body: state } = await control('GET', 'state')
    emulator.clock.advance({ days: 100 })
    expect((await control('POST', 'reset')).status).toBe(204)
    expect(emulator.counts()).toEqual({ operatorsMade: 0, operatorsDeleted: 0, operatorsLeft: 0, calls: 0 })
    expect(emulator.log()).toEqual([])
    expect((await operator.call('GET', '/subscribers')).body.code).toBe('EMU0018')
    expect((await control('PUT', 'state', state)).status).toBe(204)
    expect(await answersOf(emulator, operator, paths)).toEqual(before)
    const snapshot = emulator.snapshot()
    emulator.reset()
    emulator.restore(snapshot)
    expect(await answersOf(emulator, operator, paths)).toEqual(before)
  })

  test.each<[string, (snapshot: Record<string, unknown>) => unknown]>([
    ['is no snapshot of an emulator', () => [1]],
    ['is no snapshot of an emulator', () => ({ format: 'other' })],
    ["the snapshot's version is 2; this emulator reads version 1", (snapshot) => ({ ...snapshot, version: 2 })],
    ['has no time', (snapshot) => ({ ...snapshot, nowMs: 'now' })],
    ['how its ids go on', (snapshot) => ({ ...snapshot, draws: [1] })],
    ['which this version does not know', (snapshot) => ({ ...snapshot, world: { planets: [] } })],
    ['which this version does not know', (snapshot) => ({ ...snapshot, world: { clock: { now: 1 } } })],
    ['is no Map', (snapshot) => ({ ...snapshot, world: { operators: [] } })],
    ['world is no object', (snapshot) => ({ ...snapshot, world: [] })],
  ])('what %s is refused and changes nothing', async (message, change) => {
    const { emulator, control } = await openFull()
    const wrong = change({ ...emulator.snapshot() })
    expect(() => createEmulator({ snapshot: wrong as never })).toThrow(message)
    const { status, body } = await control('PUT', 'state', wrong)
    expect([status, body.code]).toEqual([400, 'EMU0226'])
    expect(body.message).toContain(message)
    expect(emulator.counts().operatorsLeft).toBe(2)
  })

  test('a start before the time of the snapshot is refused', () => {
    const snapshot = createEmulator({ startTime }).snapshot()
    expect(() => createEmulator({ snapshot, startTime: '2026-11-09' })).toThrow('only moves forward')
  })
})
