import { expect, test } from 'vitest'
import { addDataEntry } from '../state/data-entries.ts'
import { makeVirtualSim } from '../state/make-sim.ts'
import { openSandbox } from '../testing/open-sandbox.ts'
import { openWorld } from '../testing/open-world.ts'

const lists = [
  '/sims/{id}/data',
  '/subscribers/{id}/data',
  '/sims/{id}/events/sessions',
  '/subscribers/{id}/events/sessions',
]

test.each(lists)('%s is empty, since no SIM of the sandbox is in a device (guide to the sandbox)', async (path) => {
  const shop = await openSandbox().operator()
  const imsi = await shop.sim()
  const { status, body, headers } = await shop.call('GET', `${path.replace('{id}', imsi)}?from=0&to=1&limit=5`)
  expect({ status, body }).toEqual({ status: 200, body: [] })
  expect(headers).not.toHaveProperty('x-soracom-next-key')
})

test.each(lists)('%s of an unknown SIM answers 404, and times that are none 400', async (path) => {
  const shop = await openSandbox().operator()
  expect((await shop.call('GET', path.replace('{id}', '001019999999999'))).status).toBe(404)
  expect((await shop.call('GET', `${path.replace('{id}', await shop.sim())}?from=yesterday`)).status).toBe(400)
})

test.each([
  ['Sim', 'sims'],
  ['Subscriber', 'subscribers'],
] as const)('data that was put in as that of a %s is read at /%s (published document)', (resourceType, path) => {
  const { world, operator, call } = openWorld()
  const { imsi: resourceId } = makeVirtualSim(world, operator, 'key')
  for (const timeMs of [1000, 2000, 3000]) {
    const entry = { timeMs, content: `${timeMs}`, contentType: 'text/plain', category: null }
    addDataEntry(operator.account, { resourceType, resourceId }, entry)
  }
  const { body } = call('GET', `/${path}/${resourceId}/data?from=2000&sort=asc&limit=1`)
  expect(body).toMatchObject([{ resourceType, resourceId, time: 2000, content: '2000' }])
})

test('local information is asked for and never comes, where the subscription has it (published document)', async () => {
  const shop = await openSandbox().operator()
  const imsi = await shop.sim({ subscription: 'plan01s' })
  const { status, body } = await shop.call('POST', `/subscribers/${imsi}/report_local_info`)
  expect(status).toBe(202)
  expect(body).toMatchObject({ imsi, operatorId: shop.operatorId })
  const other = await shop.sim({ subscription: 'plan-KM1' })
  const refused = await shop.call('POST', `/subscribers/${other}/report_local_info`)
  expect(refused).toMatchObject({ status: 400, body: { code: 'EMU0183' } })
  expect((await shop.call('POST', '/subscribers/1/report_local_info')).status).toBe(404)
})
