import { type EmulatorOptions, startEmulator } from '@soracom-fixtures/emulator'
import { expect, test } from 'vitest'
import { openConnection, type RawReply } from './raw-connection.ts'

const password = 'a$d5555Bc'
const keys = { authKeyId: 'keyId-raw', authKey: 'secret-raw' }

// How a client writes a request: its headers in their order, `undefined` for those that it leaves out.
type ToLines = (call: RawCall, credentials: Credentials | undefined) => readonly (string | undefined)[]

interface RawCall {
  readonly method: string
  readonly path: string
  readonly host: string
  readonly body: string | undefined
  readonly contentType: string | undefined
}

interface Credentials {
  readonly apiKey: string
  readonly token: string
}

// Opens an emulator, and a connection over which one client speaks.
async function open(toLines: ToLines, options: EmulatorOptions = {}) {
  const emulator = await startEmulator(options)
  const connection = await openConnection(emulator.port)
  let credentials: Credentials | undefined
  const send = (method: string, path: string, body?: unknown, contentType = 'application/json'): Promise<RawReply> => {
    const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
    const host = `127.0.0.1:${emulator.port}`
    const call = { method, path, host, body: text, contentType: text === undefined ? undefined : contentType }
    return connection.exchange(
      toLines(call, credentials).filter((line) => line !== undefined),
      text,
    )
  }
  return {
    emulator,
    send,
    use(given: Credentials | undefined) {
      credentials = given
    },
    async [Symbol.asyncDispose]() {
      await connection[Symbol.asyncDispose]()
      await emulator.close()
    },
  }
}

// As Go writes what the command-line client asks for: a query, if only its question mark, and no content type without a
// body. It would unpack an answer that came compressed.
const soracomCli: ToLines = ({ method, path, host, body, contentType }, credentials) => [
  `${method} /v1${path}${path.includes('?') ? '' : '?'} HTTP/1.1`,
  `Host: ${host}`,
  'User-Agent: soracom-cli/1.4.0',
  method === 'GET' || method === 'DELETE' ? undefined : `Content-Length: ${Buffer.byteLength(body ?? '')}`,
  contentType && `Content-Type: ${contentType}`,
  credentials && `X-Soracom-Api-Key: ${credentials.apiKey}`,
  'X-Soracom-Lang: en',
  credentials && `X-Soracom-Token: ${credentials.token}`,
  'Accept-Encoding: gzip',
]

test('the command-line client walks through its own test', async () => {
  await using cli = await open(soracomCli)
  const { send } = cli
  const email = 'soracom-cli-test+aB3@example.com'
  const account = { email, password, ...keys, coverageTypes: ['jp'], registerPaymentMethod: true }
  expect((await send('POST', '/sandbox/init', account)).status).toBe(201)
  const login = await send('POST', '/auth', { email, password })
  expect(login.headers.get('content-type')).toBe('application/json;charset=UTF-8')
  expect(login.headers.has('content-encoding')).toBe(false)
  cli.use(login.json)
  // It fills the operator in by what it reads in the token.
  const payload = JSON.parse(Buffer.from(login.json.token.split('.')[1], 'base64url').toString())
  const { operatorId } = payload.operator
  expect((await send('GET', `/operators/${operatorId}`)).json).toMatchObject({ operatorId, email })
  for (const path of [
    'bills',
    'coupons',
    'credentials',
    'event_handlers',
    'groups',
    'orders',
    'products',
    'subscribers',
  ]) {
    expect((await send('GET', `/${path}`)).status).toBe(200)
  }
  expect((await send('POST', `/operators/${operatorId}/coverage_type/g`)).status).toBe(201)
  expect((await send('GET', '/payment_methods/current?coverage_type=g')).status).toBe(200)

  const address = { addressLine1: '1', city: '港区', state: '東京都', zipCode: '1234567' }
  const addresses = `/operators/${operatorId}/shipping_addresses`
  const { shippingAddressId } = (await send('POST', addresses, address)).json
  const orderItemList = [{ productCode: '4573326590013', quantity: 3 }]
  const { orderId } = (await send('POST', '/orders', { shippingAddressId, orderItemList })).json
  expect((await send('PUT', `/orders/${orderId}/confirm`)).status).toBe(200)
  expect((await send('POST', '/sandbox/orders/ship', { operatorId, orderId })).status).toBe(200)
  expect((await send('GET', `/orders/${orderId}/subscribers`)).json.orderedSubscriberList).toHaveLength(3)
  expect((await send('POST', `/orders/${orderId}/subscribers/register`)).status).toBe(204)

  const made = (await send('POST', '/sandbox/subscribers/create', { subscription: 'plan01s' })).json
  const { imsi, registrationSecret } = made
  await send('POST', `/subscribers/${imsi}/register`, { registrationSecret, tags: { name: 'cli' } })
  for (const verb of ['activate', 'suspend', 'enable_termination', 'terminate']) {
    expect((await send('POST', `/subscribers/${imsi}/${verb}`)).status).toBe(200)
  }
  // Asked for all, it goes on while there is a key, and joins the lists.
  const all: unknown[] = []
  for (let key: string | undefined = ''; key !== undefined; ) {
    const page = await send('GET', `/subscribers?${key === '' ? '' : `last_evaluated_key=${key}&`}limit=1`)
    all.push(...page.json)
    key = page.headers.get('x-soracom-next-key')
  }
  expect(all).toHaveLength(4)
  expect((await send('GET', '/query/sims?name=cli&name=other&search_type=and')).json).toHaveLength(1)

  await send('POST', '/soralets', { soraletId: 'cli' })
  const uploaded = await send('POST', '/soralets/cli/versions', '\0asm', 'application/octet-stream')
  expect([uploaded.status, uploaded.json.version]).toEqual([201, 1])
  expect((await send('DELETE', `/sandbox/operators/${operatorId}`)).status).toBe(200)
  // An error is printed as it is; anything from 500 on, and 429, would be tried again for two minutes.
  const refused = await send('GET', '/subscribers')
  expect([refused.status, Object.keys(refused.json)]).toEqual([401, ['code', 'message']])
})

// As Apple's URL loading writes what the Swift client asks for.
const swift: ToLines = ({ method, path, host, body, contentType }, credentials) => [
  `${method} /v1${path} HTTP/1.1`,
  `Host: ${host}`,
  contentType && `Content-Type: ${contentType}`,
  'Connection: keep-alive',
  `X-Soracom-API-Key: ${credentials?.apiKey ?? ''}`,
  'Accept: */*',
  'User-Agent: xctest (unknown version) CFNetwork/975.0.3 Darwin/18.2.0 (x86_64)',
  `X-Soracom-Token: ${credentials?.token ?? ''}`,
  'Accept-Language: en-us',
  'Accept-Encoding: gzip, deflate',
  method === 'GET' ? undefined : `Content-Length: ${Buffer.byteLength(body ?? '')}`,
]

test('the Swift client gets the statuses that its requests expect', async () => {
  await using client = await open(swift)
  const { send } = client
  const email = '2D9B6A4E-0B6E-4C77-9C8B@example.com'
  const statusOf = async (method: string, path: string, body?: unknown) => (await send(method, path, body)).status
  const refused = await send('POST', `/sandbox/operators/token/${email}`, keys)
  expect([refused.status, refused.json.code]).toEqual([400, 'SBX1003'])
  expect(await statusOf('POST', '/operators', { email, password })).toBe(201)
  const { token } = (await send('POST', `/sandbox/operators/token/${email}`, keys)).json
  expect(await statusOf('POST', '/operators/verify', { token })).toBe(200)
  const log = async () =>
    client.use((await send('POST', '/auth', { email, password, tokenTimeoutSeconds: 86_400 })).json)
  await log()
  const card = { cvc: '123', expireMonth: 12, expireYear: 2099, name: 'SORAO TAMAGAWA', number: '4242424242424242' }
  expect(await statusOf('POST', '/payment_methods/webpay', card)).toBe(201)
  await log()
  const { imsi, registrationSecret } = (await send('POST', '/sandbox/subscribers/create')).json
  const count = {
    inHttp: 1,
    inMqtt: 2,
    inTcp: 3,
    inUdp: 4,
    outHttp: 5,
    outHttps: 6,
    outMqtt: 7,
    outMqtts: 8,
    outUdp: 11,
  }
  const beamStatsMap = Object.fromEntries(Object.entries(count).map(([name, value]) => [name, { count: value }]))
  // Before it is registered, as of 1970.
  expect(await statusOf('POST', `/sandbox/stats/beam/subscribers/${imsi}`, { beamStatsMap, unixtime: 0 })).toBe(200)
  expect(await statusOf('POST', `/subscribers/${imsi}/register`, { registrationSecret })).toBe(200)
  const query = 'limit=5&speed_class_filter=s1.standard%7Cs1.minimum&status_filter=ready%7Cterminated'
  expect((await send('GET', `/subscribers?${query}`)).json).toMatchObject([{ imsi, type: 's1.standard' }])
  const coupon = { amount: 100, balance: 100, billItemName: 'what', couponCode: 'CODE', expiryYearMonth: '201609' }
  expect(await statusOf('POST', '/sandbox/coupons/create', coupon)).toBe(200)
  const { groupId } = (await send('POST', '/groups', { tags: { name: 'group 1', foo: 'bar' } })).json
  expect([await statusOf('DELETE', `/groups/${groupId}`), await statusOf('DELETE', `/groups/${groupId}`)]).toEqual([
    204, 404,
  ])
  const reset = await send('POST', '/auth/password_reset_token/issue', { email: 'fragnock@example.com' })
  expect(reset.json.code).toBe('AUM0015')
  expect(await statusOf('DELETE', '/sandbox/operators/butt')).toBe(400)
})

// As hyper writes what the Rust client asks for: names in lower case.
const rust: ToLines = ({ method, path, host, body, contentType }, credentials) => [
  `${method} /v1${path} HTTP/1.1`,
  contentType && `content-type: ${contentType}`,
  credentials && `x-soracom-api-key: ${credentials.apiKey}`,
  credentials && `x-soracom-token: ${credentials.token}`,
  'accept: */*',
  'accept-encoding: gzip',
  `host: ${host}`,
  body === undefined ? undefined : `content-length: ${Buffer.byteLength(body)}`,
]

test('the Rust client calls the sandbox without credentials, where that is set (2020)', async () => {
  await using client = await open(rust, { settings: { sandboxCallsNeedAuth: false } })
  const made = await client.send('POST', '/sandbox/init', { email: 'rust@example.com', password, ...keys })
  const sim = (await client.send('POST', '/sandbox/subscribers/create')).json
  client.use(made.json)
  const registered = await client.send(
    'POST',
    `/subscribers/${sim.imsi}/register`,
    `{"registrationSecret": "${sim.registrationSecret}"}`,
  )
  // Every field that it cannot do without, by its types.
  expect(registered.json).toMatchObject({
    apn: expect.any(String),
    createdAt: expect.any(Number),
    lastModifiedAt: expect.any(Number),
    expiredAt: null,
    expiryAction: null,
    imeiLock: null,
    moduleType: expect.any(String),
    plan: expect.any(Number),
    serialNumber: expect.any(String),
    sessionStatus: { dnsServers: null, imei: null, lastUpdatedAt: expect.any(Number), location: null, online: false },
    tags: {},
    terminationEnabled: false,
  })
  client.use(undefined)
  expect((await client.send('DELETE', `/sandbox/operators/${made.json.operatorId}`)).status).toBe(200)
})

// As the module `request` writes what a client in JavaScript asks for, over a connection that the test keeps.
const request: ToLines = ({ method, path, host, body, contentType }, credentials) => [
  `${method} /v1${path} HTTP/1.1`,
  credentials && `X-Soracom-API-Key: ${credentials.apiKey}`,
  credentials && `X-Soracom-Token: ${credentials.token}`,
  `host: ${host}`,
  body === undefined ? undefined : 'accept: application/json',
  contentType && `content-type: ${contentType}`,
  body === undefined ? undefined : `content-length: ${Buffer.byteLength(body)}`,
]

test('a client in JavaScript sends all that it holds with each call, in the body or in the query', async () => {
  await using client = await open(request)
  const { send } = client
  const held = { email: 'node@example.com', password }
  expect((await send('POST', '/sandbox/init', { ...held, ...keys })).status).toBe(201)
  const { operatorId, ...login } = (await send('POST', '/auth', held)).json
  client.use(login)
  const all = { ...held, operatorId, userName: null }
  const { imsi, registrationSecret } = (await send('POST', '/sandbox/subscribers/create', all)).json
  expect((await send('POST', `/subscribers/${imsi}/register`, { ...all, registrationSecret })).status).toBe(200)
  expect((await send('POST', `/operators/${operatorId}/auth_keys`, all)).status).toBe(201)
  const query = new URLSearchParams({ ...held, operatorId })
  expect((await send('GET', `/subscribers?${query}`)).json).toHaveLength(1)
  expect((await send('DELETE', `/sandbox/operators/${operatorId}?${query}`)).status).toBe(200)
  expect(JSON.stringify(client.emulator.log())).not.toContain(password)
})
