import { airStats, mib, operator, order, subscribers } from '@soracom-fixtures/core'
import { measureInTurn } from '../support/measure.mjs'
import { addActiveSims, timeScript } from '../support/script.mjs'
import { startEmulatorProcess } from '../support/start-server.mjs'
import { timeSession } from '../support/time-session.mjs'

export const title =
  '1 operator, 20 active SIMs, 20 stats, 1 order; each call answered after 50 ms. ' +
  'script: the same calls one after the other with got, as in a beforeAll. chain: only the longest chain of calls that need one another.'

const product = '4573326590013'
const at = Math.floor(Date.now() / 1000) - 86_400
const address = {
  addressLine1: '1-1-1',
  city: '港区',
  countryCode: 'JP',
  fullName: 'Sorao Tamagawa',
  phoneNumber: '0312345678',
  state: '東京都',
  zipCode: '1234567',
}

export async function run() {
  const emulator = await startEmulatorProcess({ latencyMs: 50 })
  try {
    const [ours, script, chain] = await measureInTurn(
      [() => runOurs(emulator.endpoint), () => runScript(emulator.endpoint, 20), () => runScript(emulator.endpoint, 0)],
      7,
    )
    return [
      {
        name: 'setup-20/script',
        ours,
        peer: script,
        ratio: script / ours,
        unit: 'ms',
        note: 'peer / ours; aim 10 or more',
      },
      {
        name: 'setup-20/chain',
        ours,
        peer: chain,
        ratio: ours / chain,
        unit: 'ms',
        note: 'ours / peer; aim 1.15 or less',
      },
    ]
  } finally {
    await emulator.stop()
  }
}

function runOurs(endpoint) {
  const shop = operator()
  const meters = subscribers(20, { operator: shop, subscription: 'plan-D', status: 'active' })
  const usage = meters.map((subscriber) => airStats({ subscriber, at, traffic: { 's1.fast': { upload: mib(1) } } }))
  const cards = order({ operator: shop, items: [{ productCode: product, quantity: 3 }] })
  return timeSession(endpoint, { shop, meters, usage, cards })
}

// With no SIMs it is the longest chain: sign up, then the order to its registered SIMs; whose list can be read while they
// are registered.
function runScript(endpoint, sims) {
  return timeScript(endpoint, async (own, operatorId) => {
    await addActiveSims(own, sims, at)
    const { shippingAddressId } = await own.post(`operators/${operatorId}/shipping_addresses`, { json: address }).json()
    const { orderId } = await own
      .post('orders', { json: { shippingAddressId, orderItemList: [{ productCode: product, quantity: 3 }] } })
      .json()
    await own.put(`orders/${orderId}/confirm`)
    await own.post('sandbox/orders/ship', { json: { operatorId, orderId } })
    if (sims > 0) await own.get(`orders/${orderId}/subscribers`)
    await own.post(`orders/${orderId}/subscribers/register`)
    await own.get('subscribers')
  })
}
