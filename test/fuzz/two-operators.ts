import { createEmulator, type EmulatorApp, type EmulatorReply, type EmulatorSnapshot } from '@soracom-fixtures/emulator'

/** An emulator with two operators: one whose data nobody else may see or change, and one that calls. */
export interface TwoOperators {
  readonly emulator: EmulatorApp
  /** The state to begin each run with. */
  readonly snapshot: EmulatorSnapshot
  readonly caller: Account
  readonly owner: Account
  /** What only the owner may see. */
  readonly secrets: readonly string[]
  /** IDs of both, to be called with. */
  readonly known: readonly string[]
}

/** An operator and what it has. */
export interface Account {
  readonly headers: Readonly<Record<string, string>>
  readonly ids: readonly string[]
  call(method: string, path: string, body?: unknown): Promise<EmulatorReply>
}

/** Makes the two operators, each with something of everything. */
export async function openTwoOperators(): Promise<TwoOperators> {
  const emulator = createEmulator({ seed: 'fuzz', startTime: '2026-11-10T00:00:00Z', logSize: 10 })
  const owner = await makeAccount(emulator, 'owner')
  const caller = await makeAccount(emulator, 'caller')
  const secrets = [...owner.ids, ...Object.values(owner.headers), 'owner@example.com', 'Owner-Passw0rd', 'tag of owner']
  const known = [...owner.ids, ...caller.ids, 'owner@example.com', 'caller@example.com', 'SoracomAir', 'name', '202611']
  return { emulator, snapshot: emulator.snapshot(), caller, owner, secrets, known }
}

async function makeAccount(emulator: EmulatorApp, name: 'owner' | 'caller'): Promise<Account> {
  const password = `${name === 'owner' ? 'Owner' : 'Caller'}-Passw0rd`
  const account = { email: `${name}@example.com`, password, authKeyId: 'keyId-a', authKey: 'secret-a' }
  const made = await post(emulator, {}, '/sandbox/init', account)
  const headers = { 'x-soracom-api-key': text(made.apiKey), 'x-soracom-token': text(made.token) }
  const call = async (method: string, path: string, body?: unknown) =>
    emulator.handle({ method, url: `/v1${path}`, headers, body: body === undefined ? undefined : JSON.stringify(body) })
  const own = async (path: string, body?: unknown) => post(emulator, headers, path, body)
  const operatorId = text(made.operatorId)
  const sim = await own('/sandbox/subscribers/create', { subscription: 'plan-D' })
  const imsi = text(sim.imsi)
  await own(`/subscribers/${imsi}/register`, {
    registrationSecret: sim.registrationSecret,
    tags: { name: `tag of ${name}` },
  })
  const spare = await own('/sandbox/subscribers/create')
  const group = await own('/groups', { tags: { name: `tag of ${name}` } })
  await own(`/subscribers/${imsi}/set_group`, { groupId: group.groupId })
  const address = { addressLine1: `tag of ${name}`, city: '港区', state: '東京都', zipCode: '1234567' }
  const { shippingAddressId } = await own(`/operators/${operatorId}/shipping_addresses`, address)
  const orderItemList = [{ productCode: '4573326590273', quantity: 1 }]
  const order = await own('/orders', { orderItemList, shippingAddressId })
  await call('PUT', `/orders/${order.orderId}/confirm`)
  await own('/sandbox/orders/ship', { operatorId, orderId: order.orderId })
  const quotation = await own('/orders', { orderItemList, shippingAddressId })
  const coupon = await own('/sandbox/coupons/create', { amount: 10 })
  await own(`/coupons/${coupon.couponCode}/register`)
  const key = await own(`/operators/${operatorId}/auth_keys`)
  const stats = {
    unixtime: 1_762_732_800,
    dataTrafficStatsMap: { 's1.fast': { uploadByteSizeTotal: 7, downloadByteSizeTotal: 7 } },
  }
  await own(`/sandbox/stats/air/subscribers/${imsi}`, stats)
  const ids = [
    operatorId,
    imsi,
    sim.msisdn,
    spare.imsi,
    group.groupId,
    shippingAddressId,
    order.orderId,
    quotation.orderId,
  ]
  return { headers, call, ids: [...ids, coupon.couponCode, key.authKeyId].map(text) }
}

async function post(
  emulator: EmulatorApp,
  headers: Readonly<Record<string, string>>,
  path: string,
  body?: unknown,
): Promise<Record<string, unknown>> {
  const reply = await emulator.handle({
    method: 'POST',
    url: `/v1${path}`,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  if (reply.status >= 300) throw new Error(`POST ${path} answered ${reply.status}: ${reply.body}`)
  return reply.body === '' ? {} : JSON.parse(reply.body)
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new TypeError(`Not a text: ${String(value)}`)
  return value
}
