import { type BundleOf, plans, type Subscription, subscriptions } from '@soracom-fixtures/api'
import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCuttingProxy } from '../test-support/cutting-proxy.ts'
import { expectNoSecret, problemsOf, setUp, setupErrorOf } from '../test-support/set-up.ts'
import { group } from './group.ts'
import { operator } from './operator.ts'
import { type SubscriberOptions, subscriber } from './subscriber.ts'
import type { Subscriber } from './subscriber-handle.ts'

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.close())

async function make(options: SubscriberOptions = {}): Promise<Subscriber> {
  return (await setUp({ meter: subscriber(options) }, emulator.endpoint)).fx.meter
}

async function read({ operator: { client }, imsi }: Subscriber) {
  return await client.subscribers.get(imsi)
}

describe('a SIM', () => {
  test('is there, registered to its operator, and its handle says what the API says', async () => {
    const meter = await make()
    const record = await read(meter)
    expect(meter).toEqual({
      imsi: record.imsi,
      msisdn: record.msisdn,
      simId: record.simId,
      iccid: record.iccid,
      serialNumber: record.serialNumber,
      operatorId: meter.operator.operatorId,
      subscription: 'plan-D',
      bundles: [],
      status: 'ready',
      speedClass: 's1.standard',
      groupId: null,
      tags: {},
      expiryTime: null,
      expiryAction: null,
      ipAddress: record.ipAddress,
      apn: record.apn,
    })
    expect(meter.imsi).toMatch(/^00101\d{10}$/)
  })

  test('of an operator without coverage type jp has plan01s unless told', async () => {
    const abroad = operator({ coverageTypes: ['g'] })
    const { fx } = await setUp({ abroad, meter: subscriber() }, emulator.endpoint)
    expect((await read(fx.meter)).subscription).toBe('plan01s')
  })

  test.each(subscriptions)('of %s is there, also with each of its bundles', async (subscription) => {
    const bundles = plans[subscription].bundles as readonly BundleOf<Subscription>[]
    for (const own of [[], ...bundles.map((bundle) => [bundle])]) {
      const meter = await make({ subscription, bundles: own } as SubscriberOptions)
      expect(await read(meter)).toMatchObject({ subscription, bundles: own })
      expect(meter).toMatchObject({ subscription, bundles: own })
    }
  })

  test.each(
    subscriptions.flatMap((subscription) =>
      plans[subscription].speedClasses.map((speedClass) => [subscription, speedClass] as const),
    ),
  )('of %s has speed class %s', async (subscription, speedClass) => {
    const meter = await make({ subscription, speedClass } as SubscriberOptions)
    expect((await read(meter)).speedClass).toBe(speedClass)
    expect(meter.speedClass).toBe(speedClass)
  })

  test.each(
    subscriptions.flatMap((subscription) =>
      (['ready', 'active', 'inactive', 'standby', 'suspended', 'terminated'] as const)
        .filter((status) => !(plans[subscription].unsupportedStatuses as readonly string[]).includes(status))
        .map((status) => [subscription, status] as const),
    ),
  )('of %s is brought to status %s', async (subscription, status) => {
    const meter = await make({ subscription, status } as SubscriberOptions)
    expect((await read(meter)).status).toBe(status)
    expect(meter.status).toBe(status)
  })

  test('has its tags and is in its group', async () => {
    const fleet = group({ tags: { name: 'fleet' } })
    const tags = { name: '水道メーター', place: '' }
    const { fx } = await setUp({ fleet, meter: subscriber({ group: fleet, tags }) }, emulator.endpoint)
    expect(await read(fx.meter)).toMatchObject({ tags, groupId: fx.fleet.groupId })
    expect(fx.meter).toMatchObject({ tags, groupId: fx.fleet.groupId })
  })

  test.each([
    ['a Date', new Date('2099-01-01T00:00:00Z')],
    ['ISO text', '2099-01-01'],
    ['UNIX seconds', Date.UTC(2099, 0, 1) / 1000],
  ])('expires at a time given as %s', async (_, at) => {
    const expiryTime = Date.UTC(2099, 0, 1)
    const meter = await make({ expiry: { at, action: 'terminate' } })
    expect(await read(meter)).toMatchObject({ expiryTime, expiryAction: 'terminate', terminationEnabled: true })
    expect(meter).toMatchObject({ expiryTime, expiryAction: 'terminate' })
    expect((await make({ expiry: { at } })).expiryAction).toBe('doNothing')
  })

  test('has everything together', async () => {
    const meter = await make({
      subscription: 'planX3',
      bundles: ['X3-5MB'],
      speedClass: 's1.slow',
      status: 'standby',
      tags: { name: 'all' },
      expiry: { at: '2099-01-01', action: 'suspend' },
    })
    const wanted = { subscription: 'planX3', bundles: ['X3-5MB'], speedClass: 's1.slow', status: 'standby' }
    expect(await read(meter)).toMatchObject({ ...wanted, tags: { name: 'all' }, expiryAction: 'suspend' })
    expect(meter).toMatchObject({ ...wanted, tags: { name: 'all' }, expiryAction: 'suspend' })
  })

  test('survives JSON and is frozen', async () => {
    const meter = await make()
    expect(JSON.parse(JSON.stringify(meter))).toEqual(meter)
    expect([meter, meter.tags, meter.bundles].every(Object.isFrozen)).toBe(true)
  })

  test('may be declared as a changed copy', async () => {
    const meter = subscriber({ subscription: 'plan-D', tags: { name: 'a' } })
    const active = meter.with({ status: 'active' })
    const { fx } = await setUp({ meter, active }, emulator.endpoint)
    expect([fx.meter.status, fx.active.status]).toEqual(['ready', 'active'])
    expect(fx.active.tags).toEqual({ name: 'a' })
  })
})

describe('a refusal of the API', () => {
  test('of a registration is told, without the secret', async () => {
    const proxy = await startCuttingProxy(emulator.endpoint)
    proxy.spoil(/^POST .*\/register$/, 'before', 400)
    const error = await setupErrorOf({ meter: subscriber() }, proxy.endpoint)
    expect(error.message).toMatch(
      /meter \(subscriber\) failed while registering SIM \d{15}: POST \/subscribers\/\d{15}\/register answered 400/,
    )
    const body = proxy.bodies[proxy.seen.findIndex((line) => /register$/.test(line))] ?? ''
    const { registrationSecret } = JSON.parse(body)
    expect(registrationSecret).toMatch(/^\d{5}$/)
    // Five digits may be part of a number; they are told where they stand alone.
    expect(error.message).not.toMatch(new RegExp(`"${registrationSecret}"`))
    expect(error.message).toContain('"registrationSecret":"[redacted]"')
    expect(error.cleanup.removed).toEqual([expect.stringMatching(/^operator OP/)])
  })

  test('of a status is told with the SIM', async () => {
    const proxy = await startCuttingProxy(emulator.endpoint)
    proxy.spoil(/set_to_standby/, 'before', 400)
    const meter = subscriber({ subscription: 'plan01s', status: 'standby' })
    const { message } = await setupErrorOf({ meter }, proxy.endpoint)
    expect(message).toMatch(
      /meter \(subscriber\) failed while bringing SIM \d+ to status standby: POST \/subscribers\/\d+\/set_to_standby answered 400/,
    )
    expect(message).toMatch(/declared at .*subscriber\.test\.ts:\d+/)
  })
})

test('no secret of its operator is told by a handle', async () => {
  const password = 'Marked-Passw0rd-3'
  const { fx } = await setUp({ shop: operator({ password }), meter: subscriber() }, emulator.endpoint)
  const { apiKey, token } = fx.meter.operator.credentials
  expectNoSecret(fx.meter, [password, apiKey, token])
  expectNoSecret(fx, [password, apiKey, token])
})

const classes = 's1.minimum, s1.slow, s1.standard, s1.fast, s1.4xfast'

test.each([
  [
    'an unknown plan',
    { subscription: 'plan-Z' },
    `subscription "plan-Z" is unknown; there are ${subscriptions.join(', ')}`,
  ],
  [
    'a bundle of another plan',
    { subscription: 'plan-K2', bundles: ['D-500MB'] },
    'plan-K2 cannot carry the bundle "D-500MB"; it has K2-500MB',
  ],
  [
    'a bundle of a plan that has none',
    { subscription: 'planXM1', bundles: ['D-500MB'] },
    'planXM1 cannot carry the bundle "D-500MB"; it has none',
  ],
  [
    'a speed class of another plan',
    { subscription: 'plan-D', speedClass: 'u1.slow' },
    `plan-D does not know speed class "u1.slow"; it has ${classes}`,
  ],
  [
    'a status that the plan does not have',
    { subscription: 'plan-K', status: 'standby' },
    'SIMs of plan-K cannot be brought to status standby',
  ],
  [
    'an unknown status',
    { status: 'asleep' },
    'status "asleep" is unknown; there are ready, active, inactive, standby, suspended, terminated',
  ],
  ['standby without a plan', { status: 'standby' }, 'not every plan has status standby; name the subscription too'],
  [
    'a bundle without a plan',
    { bundles: ['D-500MB'] },
    'bundles and speedClass belong to a plan; name the subscription too',
  ],
  [
    'a speed class without a plan',
    { speedClass: 's1.fast' },
    'bundles and speedClass belong to a plan; name the subscription too',
  ],
  [
    'an expiry in the past',
    { expiry: { at: '2026-01-01' } },
    'expiry.at is in the past (2026-01-01T00:00:00.000Z); a SIM can only expire later',
  ],
  [
    'an expiry in milliseconds',
    { expiry: { at: 1_800_000_000_000 } },
    'expiry.at: 1800000000000 looks like milliseconds; points of time are UNIX seconds (1800000000?), Dates or ISO text',
  ],
  [
    'an expiry that is no time',
    { expiry: { at: 'soon' } },
    'expiry.at: "soon" is no point of time; give a Date, ISO text or UNIX seconds',
  ],
  [
    'an unknown action',
    { expiry: { at: '2099-01-01', action: 'explode' } },
    'expiry.action "explode" is unknown; there are doNothing, deleteSession, deactivate, suspend, terminate',
  ],
  ['a tag that is no text', { tags: { name: 1 } }, 'tag "name" must be text, not 1 (number)'],
  ['a tag without a name', { tags: { '': 'x' } }, 'a tag has an empty name'],
  [
    'a function for an operator',
    { operator },
    'operator must be a declaration, not a function (was the declaration called?)',
  ],
  [
    'a handle for a group',
    { group: { groupId: 'x' } },
    'group must be a declaration, not an object (a handle? refer to its declaration)',
  ],
  ['text for an operator', { operator: 'OP0012345678' }, 'operator must be a declaration, not a string'],
  ['null for an operator', { group: null }, 'group must be a declaration, not null'],
] as const)('%s is a problem of the plan', (_, options, message) => {
  expect(problemsOf({ meter: subscriber(options as never) })).toEqual([`meter: ${message}`])
})

test("another operator's group is a problem of the plan", () => {
  const [mine, other] = [operator(), operator()]
  const meter = subscriber({ operator: mine, group: group({ operator: other }) })
  expect(problemsOf({ mine, other, meter })).toEqual(['meter: its group belongs to another operator'])
})

test('everything that is wrong is told at once', () => {
  const meter = subscriber({ subscription: 'plan-D', bundles: ['X'], speedClass: 'Y', status: 'standby' } as never)
  expect(problemsOf({ meter })).toHaveLength(3)
})
