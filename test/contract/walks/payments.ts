import { expect } from '../expect.ts'
import { addSim, type Life } from '../life.ts'
import { walkExport } from './exports.ts'

/** What was paid for a bill, by the emulator's rate card, and who pays. */
export async function walkPayments(life: Life, nowMs: number): Promise<void> {
  const imsi = await addSim(life, 'plan-D')
  const now = new Date(nowMs)
  const lastMonthMs = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 3)
  const body = {
    unixtime: lastMonthMs / 1000,
    dataTrafficStatsMap: { 's1.fast': { downloadByteSizeTotal: 104_857_600 } },
  }
  await life.call('sandboxInsertAirStats', { params: { imsi }, body })
  const [{ paymentTransactionId }] = (await life.call('getBillingHistory')).body.billList
  const params = { payment_transaction_id: paymentTransactionId }
  const transaction = await life.call('getPaymentTransaction', { params })
  expect(transaction.body).toMatchObject({ status: 'success', amount: { totalAmount: 110, currency: 'JPY' } })
  const unknown = paymentTransactionId.replace(/[0-9a-f]{12}$/, '000000000000')
  expect((await life.call('getPaymentTransaction', { params: { payment_transaction_id: unknown } })).status).toBe(404)
  expect((await life.call('getPaymentTransaction', { params: { payment_transaction_id: 'none' } })).status).toBe(400)

  const tokens = { payJPToken: 'tok_1', stripeToken: 'tok_2' }
  expect((await life.call('registerPayjpPaymentMethod', { body: tokens })).status).toBe(201)

  expect((await life.call('getPayerInformation')).status).toBe(400)
  const payer = { companyName: 'Contract Test', department: 'Tests', fullName: 'C. Test' }
  expect((await life.call('registerPayerInformation', { body: payer })).status).toBe(201)
  expect((await life.call('registerPayerInformation', { body: { fullName: 1 } })).status).toBe(400)
  expect((await life.call('getPayerInformation')).body).toEqual(payer)

  const { paymentStatementsList } = (await life.call('listPaymentStatements')).body
  expect(paymentStatementsList.map(({ amount }: { amount: number }) => amount)).toContain(110)
  const [{ paymentStatementId }] = paymentStatementsList
  const statement = { params: { payment_statement_id: paymentStatementId } }
  await walkExport(life, 'exportPaymentStatement', statement, 'Contract Test')
  const none = { params: { payment_statement_id: 'none' } }
  expect((await life.call('exportPaymentStatement', none)).status).toBe(400)
}
