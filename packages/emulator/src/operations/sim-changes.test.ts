import { describe, expect, test } from 'vitest'
import { openSandbox } from '../testing/open-sandbox.ts'

async function openSim(subscription: string, settings = {}) {
  const { emulator, operator } = openSandbox({ startTime: '2026-11-10T12:00:00Z', settings })
  const shop = await operator()
  const imsi = await shop.sim({ subscription })
  const change = (verb: string, body?: unknown) => shop.call('POST', `/subscribers/${imsi}/${verb}`, body)
  const get = async () => (await shop.call('GET', `/subscribers/${imsi}`)).body
  return { emulator, shop, imsi, change, get }
}

describe('termination', () => {
  test('is refused until it is enabled, and can be disabled again (test of the Go client)', async () => {
    const { change } = await openSim('plan-D')
    expect(await change('terminate')).toMatchObject({ status: 400, body: { code: 'EMU0008' } })
    expect((await change('enable_termination')).body.terminationEnabled).toBe(true)
    expect((await change('disable_termination')).body.terminationEnabled).toBe(false)
    expect((await change('terminate')).status).toBe(400)
    await change('enable_termination')
    await change('suspend')
    expect((await change('terminate')).body.status).toBe('terminated')
  })

  test('is final (documentation of statuses)', async () => {
    const { change } = await openSim('plan01s')
    await change('enable_termination')
    await change('terminate')
    for (const verb of ['activate', 'deactivate', 'suspend', 'set_to_standby']) {
      expect((await change(verb)).status).toBe(400)
    }
  })
})

describe('a status', () => {
  test.each([
    [['activate'], 'active'],
    [['deactivate'], 'inactive'],
    [['activate', 'deactivate', 'activate'], 'active'],
    [['activate', 'suspend'], 'suspended'],
    [['suspend'], 'suspended'],
  ] as const)('comes of %j to %s (proven in the sandbox)', async (verbs, status) => {
    const { change, get } = await openSim('plan-D')
    for (const verb of verbs) expect((await change(verb)).status).toBe(200)
    expect((await get()).status).toBe(status)
  })

  test('standby is refused for plan-D and plan-K (published document)', async () => {
    for (const plan of ['plan-D', 'plan-K']) {
      const { change } = await openSim(plan)
      expect(await change('set_to_standby')).toMatchObject({ status: 400, body: { code: 'EMU0007' } })
    }
  })

  test('that a setting says a plan to lack is refused, and does not come by an expiry either (not certain)', async () => {
    const sandbox = openSandbox({ settings: { moreUnsupportedStatuses: { 'plan-DU': ['suspended'] } } })
    const shop = await sandbox.operator()
    const imsi = await shop.sim({ subscription: 'plan-DU' })
    const path = `/subscribers/${imsi}`
    expect((await shop.call('POST', `${path}/suspend`)).status).toBe(400)
    const expiry = { expiryTime: sandbox.emulator.clock.now() + 1000, expiryAction: 'suspend' }
    await shop.call('POST', `${path}/set_expiry_time`, expiry)
    sandbox.emulator.clock.advance({ minutes: 1 })
    expect((await shop.call('GET', path)).body.status).toBe('ready')
  })

  test('that is there already is a harmless 200, or 400 by the setting (not recorded)', async () => {
    const { change } = await openSim('plan-D')
    await change('activate')
    expect((await change('activate')).status).toBe(200)
    const strict = await openSim('plan-D', { repeatedStateIsAccepted: false })
    await strict.change('activate')
    expect((await strict.change('activate')).status).toBe(400)
  })

  test('changed through one API shows in the other (published document)', async () => {
    const { shop, imsi, get } = await openSim('plan-D')
    await shop.call('POST', `/sims/${imsi}/activate`)
    expect((await get()).status).toBe('active')
    const sim = (await shop.call('GET', `/sims/${imsi}`)).body
    expect(sim.profiles[imsi].subscribers[imsi]).toMatchObject({ imsi, status: 'active', subscription: 'plan-D' })
    expect(sim).toMatchObject({ simId: imsi, type: 'uicc', status: 'active', activeProfileId: imsi })
  })

  test('with a renewal fee tells since when, and no other does (changelog of the vendor)', async () => {
    const { emulator, change, get } = await openSim('plan-D')
    expect((await get()).renewalFeeStatusSetTime).toBeGreaterThan(0)
    await change('activate')
    expect((await get()).renewalFeeStatusSetTime).toBeNull()
    const beforeMs = emulator.clock.now()
    await change('suspend')
    expect((await get()).renewalFeeStatusSetTime).toBeGreaterThanOrEqual(beforeMs)
  })
})

describe('a speed class', () => {
  test.each([
    ['plan01s', ['s1.minimum', 's1.slow', 's1.standard', 's1.fast', 's1.4xfast'], 's1.8xfast'],
    ['plan-DU', ['u1.standard', 'u1.slow'], 's1.standard'],
    ['plan-KM1', ['t1.standard'], 's1.standard'],
  ] as const)('of %s is one of its own (documentation of subscribers)', async (plan, classes, other) => {
    const { change } = await openSim(plan)
    for (const speedClass of classes) {
      expect((await change('update_speed_class', { speedClass })).body).toMatchObject({ speedClass, type: speedClass })
    }
    const refused = await change('update_speed_class', { speedClass: other })
    expect(refused).toMatchObject({ status: 400, body: { code: 'EMU0021' } })
  })

  test('can be changed while the SIM is ready (test of the Swift client)', async () => {
    const { change, get } = await openSim('plan-D')
    await change('update_speed_class', { speedClass: 's1.minimum' })
    expect(await get()).toMatchObject({ status: 'ready', speedClass: 's1.minimum' })
  })
})

describe('an expiry', () => {
  test('may be set with digits in a text (older clients)', async () => {
    const { change } = await openSim('plan-D')
    const expiryTime = Date.UTC(2027, 0)
    const { body } = await change('set_expiry_time', { expiryTime: `${expiryTime}`, expiryAction: 'suspend' })
    expect(body).toMatchObject({ expiryTime, expiredAt: expiryTime, expiryAction: 'suspend' })
    expect((await change('set_expiry_time', { expiryTime: 'soon' })).status).toBe(400)
  })

  test('is taken away with its action (published document)', async () => {
    const { emulator, change, get } = await openSim('plan-D')
    await change('set_expiry_time', { expiryTime: emulator.clock.now() + 1000, expiryAction: 'suspend' })
    expect((await change('unset_expiry_time')).body).toMatchObject({ expiryTime: null, expiryAction: null })
    emulator.clock.advance({ minutes: 1 })
    expect((await get()).status).toBe('ready')
  })

  test('without an action has none (published document)', async () => {
    const { change } = await openSim('plan-D')
    expect((await change('set_expiry_time', { expiryTime: Date.UTC(2027, 0) })).body.expiryAction).toBeNull()
  })

  test('with the action terminate needs termination to be enabled, where the setting asks for it (published document)', async () => {
    const expiry = { expiryTime: Date.UTC(2027, 0), expiryAction: 'terminate' }
    const { change } = await openSim('plan-D', { expiryTerminateNeedsPermission: true })
    expect(await change('set_expiry_time', expiry)).toMatchObject({ status: 400, body: { code: 'EMU0008' } })
    await change('enable_termination')
    expect((await change('set_expiry_time', expiry)).status).toBe(200)
  })

  test.each([
    ['doNothing', 'active'],
    ['deleteSession', 'active'],
    ['deactivate', 'inactive'],
    ['suspend', 'suspended'],
    ['terminate', 'terminated'],
  ])('with the action %s leaves the SIM %s (published document)', async (expiryAction, status) => {
    const { emulator, change, get } = await openSim('plan-D')
    await change('activate')
    await change('set_expiry_time', { expiryTime: emulator.clock.now() + 1000, expiryAction })
    expect((await get()).status).toBe('active')
    emulator.clock.advance({ minutes: 1 })
    expect((await get()).status).toBe(status)
  })
})

describe('an IMEI lock', () => {
  test('takes sixteen digits and is read back unchanged (test of the Swift client)', async () => {
    const { change, get } = await openSim('plan-D')
    expect((await change('set_imei_lock', { imei: '0123456789012345' })).status).toBe(200)
    expect((await get()).imeiLock).toEqual({ imei: '0123456789012345' })
    expect((await change('unset_imei_lock')).body.imeiLock).toBeNull()
  })

  test('may let a device in that does not tell its IMEI (published document)', async () => {
    const { change } = await openSim('plan-D')
    const imei = '123456789012345|ANONYMOUS'
    expect((await change('set_imei_lock', { imei })).body.imeiLock).toEqual({ imei })
  })

  test('needs an IMEI while the SIM is offline, as it always is, and one that is valid (published document)', async () => {
    const { change } = await openSim('plan-D')
    for (const body of [undefined, {}, { imei: '12' }, { imei: 'abc' }]) {
      expect((await change('set_imei_lock', body)).status).toBe(400)
    }
  })
})

describe('bundles', () => {
  test.each([
    ['plan-D', 'D-500MB'],
    ['plan-DU', 'DU-50GB'],
    ['plan-K2', 'K2-500MB'],
    ['planX3', 'X3-5MB'],
  ])('of %s may be %s and none of another plan (published documents)', async (plan, bundle) => {
    const { shop, imsi } = await openSim(plan)
    const put = (bundles: readonly string[]) => shop.call('PUT', `/subscribers/${imsi}/bundles`, bundles)
    expect((await put([bundle])).body.bundles).toEqual([bundle])
    expect(await put(['US-1MB'])).toMatchObject({ status: 400, body: { code: 'EMU0020' } })
    expect((await put([])).body.bundles).toEqual([])
  })
})

describe('tags', () => {
  test('are merged, may be empty, and a space in a name may come as a plus sign (the Go client)', async () => {
    const { shop, imsi } = await openSim('plan-D')
    const put = (tags: object) => shop.call('PUT', `/subscribers/${imsi}/tags`, tags)
    await put([{ tagName: 'my place', tagValue: '' }])
    expect((await put([{ tagName: 'name', tagValue: 'Tōkyō' }])).body.tags).toEqual({ 'my place': '', name: 'Tōkyō' })
    expect((await shop.call('DELETE', `/subscribers/${imsi}/tags/my+place`)).status).toBe(204)
    expect((await shop.call('DELETE', `/subscribers/${imsi}/tags/my+place`)).status).toBe(404)
    expect((await put([{ tagName: 'name' }])).status).toBe(400)
    // A plus sign itself is escaped then.
    await put([{ tagName: 'a + b', tagValue: '1' }])
    expect((await shop.call('DELETE', `/subscribers/${imsi}/tags/a+%2B+b`)).status).toBe(204)
  })
})

test('a session cannot be deleted, since the SIM is offline (text of the published document)', async () => {
  const { change } = await openSim('plan-D')
  expect(await change('delete_session')).toMatchObject({ body: { code: 'SEM0016' } })
})
