import { expect } from '../expect.ts'
import type { Recorder } from '../recorder.ts'

/** Calls without credentials, and with wrong ones: refused before anything else is looked at. */
export async function walkWithoutCredentials(recorder: Recorder): Promise<void> {
  // No IDs that something may have: the sandbox was seen to do its own calls without credentials.
  const params = { imsi: 'none', operator_id: 'none', order_id: 'none', group_id: 'none', sim_id: 'none' }
  for (const operationId of [
    'getSubscriber',
    'getOperator',
    'listOrders',
    'createGroup',
    'getSim',
    'sandboxDeleteOperator',
  ]) {
    const without = await recorder.call(operationId, { params })
    expect(without.status).toBe(401)
    expect(without.body).toMatchObject({ code: 'AUM0001' })
    const wrong = await recorder.call(operationId, { params, credentials: { apiKey: 'api-none', token: 'none' } })
    expect(wrong.status).toBe(401)
  }
  const japanese = await recorder.call('listGroups', { headers: { 'X-Soracom-Lang': 'ja' } })
  expect(japanese.body.message).not.toBe((await recorder.call('listGroups')).body.message)
}
