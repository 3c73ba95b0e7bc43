import { expect, test } from 'vitest'
import { openSandbox, type TestOperator, type TestSandbox } from '../testing/open-sandbox.ts'

async function openPaid(account = {}, settings = {}): Promise<{ sandbox: TestSandbox; shop: TestOperator }> {
  const sandbox = openSandbox({ startTime: '2026-11-10T12:00:00Z', settings })
  const shop = await sandbox.operator(account)
  const imsi = await shop.sim({ subscription: 'plan-D' })
  const dataTrafficStatsMap = { 's1.fast': { downloadByteSizeTotal: 100 * 1_048_576 } }
  const point = { unixtime: Date.UTC(2026, 9, 3) / 1000, dataTrafficStatsMap }
  await shop.call('POST', `/sandbox/stats/air/subscribers/${imsi}`, point)
  return { sandbox, shop }
}

test('a statement is of closed months or of an order, and the other field is left out (published document)', async () => {
  const { shop } = await openPaid()
  const { orderId } = (await shop.call('POST', '/coupons', { amount: 3000 })).body
  await shop.call('PUT', `/coupons/${orderId}/confirm`)
  const { paymentStatementsList: statements } = (await shop.call('GET', '/payment_statements')).body
  expect(statements).toEqual([
    {
      paymentStatementId: expect.any(String),
      amount: 3000,
      currency: 'JPY',
      paymentDateTime: expect.any(Number),
      paymentMethod: 'WebPay',
      orderId,
    },
    {
      paymentStatementId: expect.any(String),
      amount: 110,
      currency: 'JPY',
      paymentDateTime: Date.UTC(2026, 10, 1),
      paymentMethod: 'WebPay',
      chargedYearMonths: ['202610'],
    },
  ])
  expect((await shop.call('GET', '/payment_statements')).body.paymentStatementsList).toEqual(statements)
})

test('the unit of the time is a setting', async () => {
  const { shop } = await openPaid({}, { paymentTimeUnit: 'seconds' })
  const [statement] = (await shop.call('GET', '/payment_statements')).body.paymentStatementsList
  expect(statement.paymentDateTime).toBe(Date.UTC(2026, 10, 1) / 1000)
})

test('goods are paid when they are shipped (guide to paying by card)', async () => {
  const sandbox = openSandbox()
  const shop = await sandbox.operator()
  const address = { addressLine1: '1', city: '港区', state: '東京都', zipCode: '1234567' }
  const path = `/operators/${shop.operatorId}/shipping_addresses`
  const { shippingAddressId } = (await shop.call('POST', path, address)).body
  const orderItemList = [{ productCode: '4573326590273', quantity: 2 }]
  const { orderId, totalAmount } = (await shop.call('POST', '/orders', { orderItemList, shippingAddressId })).body
  await shop.call('PUT', `/orders/${orderId}/confirm`)
  expect((await shop.call('GET', '/payment_statements')).body.paymentStatementsList).toEqual([])
  await shop.call('POST', '/sandbox/orders/ship', { operatorId: shop.operatorId, orderId })
  const { paymentStatementsList } = (await shop.call('GET', '/payment_statements')).body
  expect(paymentStatementsList).toMatchObject([{ orderId, amount: totalAmount }])
})

test('who has nothing to pay with has paid nothing', async () => {
  const { shop } = await openPaid({ registerPaymentMethod: false })
  expect((await shop.call('GET', '/payment_statements')).body).toEqual({ paymentStatementsList: [] })
  const bill = (await shop.call('GET', '/bills/202610')).body
  expect(bill).toMatchObject({ state: 'closed', amount: 110 })
  expect(bill).not.toHaveProperty('paymentTransactionId')
})

test('a statement is exported with the payer that is registered', async () => {
  const { sandbox, shop } = await openPaid()
  await shop.call('POST', '/payment_statements/payer_information', { companyName: 'Meters, Inc.' })
  const [{ paymentStatementId }] = (await shop.call('GET', '/payment_statements')).body.paymentStatementsList
  const { url } = (await shop.call('POST', `/payment_statements/${paymentStatementId}/export`)).body
  const [header = '', row] = (await sandbox.download(url)).body.split('\n')
  expect(header.startsWith('\uFEFFpaymentStatementId,companyName')).toBe(true)
  expect(row).toBe(`${paymentStatementId},"Meters, Inc.",,,202610,,100,10,110,JPY,${Date.UTC(2026, 10, 1)}`)
  expect((await shop.call('POST', '/payment_statements/none/export')).status).toBe(400)
})

test('a payment is known by the ID on its bill (published document)', async () => {
  const { sandbox, shop } = await openPaid()
  const { paymentTransactionId: id } = (await shop.call('GET', '/bills/202610')).body
  expect((await shop.call('GET', `/payment_history/transactions/${id}`)).body).toEqual({
    amount: { currency: 'JPY', subTotalAmount: 100, taxAmount: 10, totalAmount: 110, paymentAmount: 110 },
    description: { description: '202610', itemList: ['dailyDataTrafficChargeTotal'] },
    messageCode: 'success',
    status: 'success',
  })
  const stranger = await sandbox.operator()
  expect((await stranger.call('GET', `/payment_history/transactions/${id}`)).status).toBe(404)
  expect((await shop.call('GET', '/payment_history/transactions/none')).status).toBe(400)
})

test('payer information is registered with 201 and asked for with 400 before that (published document)', async () => {
  const shop = await openSandbox().operator()
  expect(await shop.call('GET', '/payment_statements/payer_information')).toMatchObject({
    status: 400,
    body: { code: 'EMU0193' },
  })
  const payer = { companyName: 'Meters', department: 'IoT', fullName: 'A. Meter' }
  expect(await shop.call('POST', '/payment_statements/payer_information', payer)).toMatchObject({
    status: 201,
    body: undefined,
  })
  expect((await shop.call('GET', '/payment_statements/payer_information')).body).toEqual(payer)
  expect((await shop.call('POST', '/payment_statements/payer_information', { fullName: 1 })).status).toBe(400)
})
