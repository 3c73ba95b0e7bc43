import { expect } from '../expect.ts'
import { addSim, type Life } from '../life.ts'

/** A SIM from its making through every state to its termination, with all that can be set on it. */
export async function walkSubscribers(life: Life): Promise<void> {
  const made = await life.call('sandboxCreateSubscriber', { body: { subscription: 'plan01s' } })
  expect(made.status).toBe(200)
  const { imsi, msisdn, registrationSecret } = made.body
  const params = { imsi }
  expect((await life.call('registerSubscriber', { params, body: { registrationSecret: 'wrong' } })).status).toBe(400)
  const registered = await life.call('registerSubscriber', {
    params,
    body: { registrationSecret, tags: { name: 'one' } },
  })
  expect(registered.body).toMatchObject({ imsi, status: 'ready', tags: { name: 'one' }, operatorId: life.operatorId })
  expect((await life.call('registerSubscriber', { params, body: { registrationSecret } })).status).toBe(400)

  expect((await life.call('getSubscriber', { params })).body).toMatchObject({ imsi, msisdn })
  expect((await life.call('getSubscriberByMsisdn', { params: { msisdn } })).body).toMatchObject({ imsi })
  expect((await life.call('getSubscriber', { params: { imsi: '001019999999999' } })).status).toBe(404)
  await walkLists(life, imsi)
  await walkSettings(life, imsi)
  await walkStates(life, imsi)
}

async function walkLists(life: Life, imsi: string): Promise<void> {
  const other = await addSim(life, 'plan01s')
  const first = await life.call('listSubscribers', { query: { limit: '1' } })
  expect(first.body).toHaveLength(1)
  const key = first.headers.get('x-soracom-next-key') ?? ''
  expect(first.headers.get('link')).toMatch(/^<\/v1\/subscribers\?.*>; rel=next$/)
  const second = await life.call('listSubscribers', { query: { limit: '1', last_evaluated_key: key } })
  expect(second.body).toHaveLength(1)
  expect([first.body[0].imsi, second.body[0].imsi].sort()).toEqual([imsi, other].sort())
  const named = await life.call('listSubscribers', { query: { tag_name: 'name', tag_value: 'one' } })
  expect(named.body).toMatchObject([{ imsi }])
  const active = await life.call('listSubscribers', { query: { status_filter: 'active|inactive' } })
  expect(active.body).toMatchObject([{ imsi: other }])
}

async function walkSettings(life: Life, imsi: string): Promise<void> {
  const params = { imsi }
  const tags = [{ tagName: 'place', tagValue: 'Tōkyō' }]
  expect((await life.call('putSubscriberTags', { params, body: tags })).body.tags).toEqual({
    name: 'one',
    place: 'Tōkyō',
  })
  expect((await life.call('deleteSubscriberTag', { params: { imsi, tag_name: 'place' } })).status).toBe(204)
  expect((await life.call('deleteSubscriberTag', { params: { imsi, tag_name: 'place' } })).status).toBe(404)

  const faster = await life.call('updateSpeedClass', { params, body: { speedClass: 's1.fast' } })
  expect(faster.body).toMatchObject({ speedClass: 's1.fast', type: 's1.fast' })
  expect((await life.call('updateSpeedClass', { params, body: { speedClass: 'u1.slow' } })).status).toBe(400)

  const expiry = { expiryTime: Date.UTC(2040, 0), expiryAction: 'suspend' }
  expect((await life.call('setExpiryTime', { params, body: expiry })).body).toMatchObject(expiry)
  expect((await life.call('unsetExpiryTime', { params })).body).toMatchObject({ expiryTime: null })

  const jp = await addSim(life, 'plan-D')
  expect((await life.call('putBundles', { params: { imsi: jp }, body: ['D-500MB'] })).status).toBe(200)
  expect((await life.call('putBundles', { params: { imsi: jp }, body: ['DU-10GB'] })).status).toBe(400)
}

async function walkStates(life: Life, imsi: string): Promise<void> {
  const params = { imsi }
  for (const [operationId, status] of [
    ['activateSubscriber', 'active'],
    ['deactivateSubscriber', 'inactive'],
    ['activateSubscriber', 'active'],
    ['setSubscriberToStandby', 'standby'],
    ['activateSubscriber', 'active'],
    ['suspendSubscriber', 'suspended'],
  ] as const) {
    expect((await life.call(operationId, { params })).body).toMatchObject({ status })
  }
  expect((await life.call('terminateSubscriber', { params })).status).toBe(400)
  expect((await life.call('enableTermination', { params })).body.terminationEnabled).toBe(true)
  expect((await life.call('disableTermination', { params })).body.terminationEnabled).toBe(false)
  await life.call('enableTermination', { params })
  expect((await life.call('terminateSubscriber', { params })).body.status).toBe('terminated')
  expect((await life.call('activateSubscriber', { params })).status).toBe(400)

  const jp = await addSim(life, 'plan-D')
  expect((await life.call('setSubscriberToStandby', { params: { imsi: jp } })).status).toBe(400)
  for (const operationId of ['activateSubscriber', 'suspendSubscriber', 'enableTermination', 'unsetGroup']) {
    expect((await life.call(operationId, { params: { imsi: '001019999999999' } })).status).toBe(404)
  }
}
