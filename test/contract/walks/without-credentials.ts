import { apiOperations } from '@soracom-fixtures/api'
import { expect } from 'vitest'
import type { Recorder } from '../recorder.ts'

/** Calls without credentials, and with wrong ones: refused before anything else is looked at. */
export async function walkWithoutCredentials(recorder: Recorder): Promise<void> {
  const params = { imsi: '001010000000000', operator_id: 'OP0000000001', order_id: '1', group_id: '1', sim_id: '1' }
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

/**
 * Calls each operation that matters and that no walk has called, with what is at hand. Whatever the emulator answers is
 * held against the documents; what it does not do, it says with 501.
 */
export async function walkTheRest(
  recorder: Recorder,
  call: (operationId: string, options: object) => Promise<{ readonly status: number }>,
  params: Readonly<Record<string, string>>,
): Promise<void> {
  for (const { operationId, path, priority, method } of apiOperations()) {
    if (priority > 3 || recorder.coverage.operations.has(operationId)) continue
    const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
    const filled = Object.fromEntries(names.map((name) => [name, params[name] ?? 'none']))
    const { status } = await call(operationId, {
      params: filled,
      ...(method === 'POST' || method === 'PUT' ? { body: {} } : {}),
    })
    expect(status < 500 || status === 501, `${operationId} answers ${status}`).toBe(true)
  }
}
