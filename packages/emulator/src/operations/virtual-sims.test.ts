import { expect, test } from 'vitest'
import { openSandbox, type TestOperator } from '../testing/open-sandbox.ts'

const request = { type: 'virtual', subscription: 'planArc01' }

async function addVirtual(shop: TestOperator): Promise<string> {
  return (await shop.call('POST', '/sims', request)).body.simId
}

test('a virtual SIM is active and its operator’s at once, without a serial number (published document)', async () => {
  const shop = await openSandbox().operator()
  const { status, body } = await shop.call('POST', '/sims', request)
  expect(status).toBe(201)
  expect(body).toMatchObject({
    type: 'virtual',
    moduleType: 'virtual',
    status: 'active',
    speedClass: 'arc.standard',
    serialNumber: null,
    operatorId: shop.operatorId,
  })
  const listed = await shop.call('GET', '/subscribers')
  expect(listed.body).toMatchObject([{ imsi: body.simId, subscription: 'planArc01', serialNumber: null }])
})

test('its private key is told once (published document)', async () => {
  const shop = await openSandbox().operator()
  const { body } = await shop.call('POST', '/sims', request)
  const { arcClientPeerPrivateKey, arcClientPeerPublicKey } = body.profiles[body.simId]
  expect(arcClientPeerPrivateKey).toMatch(/^[\w+/]{43}=$/)
  const again = (await shop.call('GET', `/sims/${body.simId}`)).body.profiles[body.simId]
  expect(again).toMatchObject({ arcClientPeerPublicKey })
  expect(again).not.toHaveProperty('arcClientPeerPrivateKey')
})

test('only virtual SIMs of planArc01 are made so (published document)', async () => {
  const shop = await openSandbox().operator()
  for (const body of [{}, { type: 'uicc', subscription: 'planArc01' }, { type: 'virtual', subscription: 'plan01s' }]) {
    expect((await shop.call('POST', '/sims', body)).status).toBe(400)
  }
})

test('a virtual SIM is active or terminated and nothing else (published document)', async () => {
  const shop = await openSandbox().operator()
  const simId = await addVirtual(shop)
  for (const verb of ['deactivate', 'suspend', 'set_to_standby']) {
    expect((await shop.call('POST', `/sims/${simId}/${verb}`)).status).toBe(400)
  }
  await shop.call('POST', `/sims/${simId}/enable_termination`)
  expect((await shop.call('POST', `/sims/${simId}/terminate`)).body.status).toBe('terminated')
})

test('an expiry that would suspend it does nothing', async () => {
  const { emulator, operator } = openSandbox()
  const shop = await operator()
  const simId = await addVirtual(shop)
  const expiry = { expiryTime: emulator.clock.now() + 1000, expiryAction: 'suspend' }
  await shop.call('POST', `/sims/${simId}/set_expiry_time`, expiry)
  emulator.clock.advance({ minutes: 1 })
  expect((await shop.call('GET', `/sims/${simId}`)).body.status).toBe('active')
})

test('it is on the bill that there is, as one without a known price', async () => {
  const shop = await openSandbox().operator()
  await addVirtual(shop)
  const { headers } = await shop.call('GET', '/bills/latest')
  expect(headers['x-soracom-emulator-unpriced']).toContain('basic fee of planArc01 in status active')
})
