import { expect, test } from 'vitest'
import { logInAgain } from '../testing/log-in-again.ts'
import { openSandbox } from '../testing/open-sandbox.ts'

const request = {
  volumeDiscountType: 'SORACOM_AIR_BASIC_CHARGE_V2',
  volumeDiscountPaymentType: 'MONTHLY',
  contractTermMonth: 12,
  quantity: 1,
  startDate: '20220401',
}

test('a quotation has the figures of the example in the published document', async () => {
  const shop = await openSandbox({ startTime: '2022-03-15T00:00:00Z' }).operator()
  const { status, body } = await shop.call('POST', '/volume_discounts', request)
  expect(status).toBe(201)
  expect(body).toEqual({
    orderId: body.orderId,
    currency: 'JPY',
    taxAmount: 0,
    totalAmount: 0,
    volumeDiscount: {
      ...request,
      endDate: '20230331',
      currency: 'JPY',
      unitPrice: 275,
      taxIncludedUnitPrice: 302.5,
      initialCost: 0,
      taxIncludedInitialCost: 0,
    },
  })
  expect(body.orderId).toMatch(/^20220315000000_[0-9a-f]{8}$/)
})

test('what can be contracted is what a price is known of (soracom.jp, discounts for long use)', async () => {
  const { operator } = openSandbox()
  const { body } = await (await operator()).call('GET', '/volume_discounts/available_discounts')
  expect(body.availableLongTermDiscounts).toEqual([
    {
      volumeDiscountType: 'SORACOM_AIR_BASIC_CHARGE_V2',
      volumeDiscountPaymentType: 'MONTHLY',
      contractTermMonth: 12,
      currency: 'JPY',
      unitPrice: 275,
      taxIncludedUnitPrice: 302.5,
    },
  ])
  const global = await operator({ coverageTypes: ['g'] })
  expect((await global.call('GET', '/volume_discounts/available_discounts')).body.availableLongTermDiscounts).toEqual(
    [],
  )
  expect((await global.call('POST', '/volume_discounts', request)).body.code).toBe('EMU0190')
})

test('a contract is active to its last day and shown for six months more (published document)', async () => {
  const sandbox = openSandbox({ startTime: '2022-04-01T00:00:00Z' })
  const shop = await sandbox.operator()
  const { orderId } = (await shop.call('POST', '/volume_discounts', request)).body
  expect((await shop.call('GET', '/volume_discounts')).body).toEqual({ volumeDiscountList: [] })
  const confirmed = await shop.call('PUT', `/volume_discounts/${orderId}/confirm`)
  expect(confirmed).toMatchObject({ status: 200, body: { status: 'active', contractDateTime: '20220401000000' } })
  const { contractId } = confirmed.body
  expect((await shop.call('GET', `/volume_discounts/${contractId}`)).body).toEqual(confirmed.body)
  const statusAt = async (time: string) => {
    sandbox.emulator.clock.set(time)
    const later = await logInAgain(sandbox, shop)
    const listed = (await later.call('GET', '/volume_discounts')).body.volumeDiscountList
    const one = await later.call('GET', `/volume_discounts/${contractId}`)
    return [one.status, one.body.status, listed.length]
  }
  expect(await statusAt('2023-03-31T23:00:00Z')).toEqual([200, 'active', 1])
  expect(await statusAt('2023-04-01T00:00:00Z')).toEqual([200, 'expired', 1])
  // 18 months after it was contracted come later than six after its end.
  expect(await statusAt('2023-09-30T00:00:00Z')).toEqual([200, 'expired', 1])
  expect(await statusAt('2023-10-02T00:00:00Z')).toEqual([400, undefined, 0])
})

test('a discount begins today at the earliest (soracom.jp, discounts for long use)', async () => {
  const shop = await openSandbox({ startTime: '2022-04-10T00:00:00Z' }).operator()
  const startOf = async (startDate: unknown) => {
    const { status, body } = await shop.call('POST', '/volume_discounts', { ...request, startDate })
    return status === 201 ? body.volumeDiscount.startDate : status
  }
  expect(await startOf('20220410')).toBe('20220410')
  expect(await startOf('20220409')).toBe(400)
  expect(await startOf('20220431')).toBe(400)
  expect(await startOf(null)).toBe('20220410')
})

test('where a discount begins that is ordered without a day is a setting', async () => {
  const settings = { defaultDiscountStart: 'nextMonth' } as const
  const shop = await openSandbox({ startTime: '2022-04-10T00:00:00Z', settings }).operator()
  const { startDate: _, ...withoutDay } = request
  expect((await shop.call('POST', '/volume_discounts', withoutDay)).body.volumeDiscount).toMatchObject({
    startDate: '20220501',
    endDate: '20230430',
  })
})

test('a discount that is not offered, and a quantity that is none, are refused', async () => {
  const shop = await openSandbox().operator()
  const codeOf = async (changes: object) =>
    (await shop.call('POST', '/volume_discounts', { ...request, startDate: null, ...changes })).body.code
  expect(await codeOf({ volumeDiscountPaymentType: 'PREPAYMENT' })).toBe('EMU0191')
  expect(await codeOf({ contractTermMonth: 24 })).toBe('EMU0191')
  expect(await codeOf({ volumeDiscountType: 'OTHER' })).toBe('COM0008')
  expect(await codeOf({ quantity: 0 })).toBe('EMU0006')
})

test('a discount that is paid beforehand costs all of its months at once, with tax', async () => {
  const longTermDiscounts = [
    { type: 'SORACOM_AIR_BASIC_CHARGE', paymentType: 'PREPAYMENT', termMonths: 12, unitPrice: 250 },
  ] as const
  const shop = await openSandbox({ settings: { longTermDiscounts } }).operator()
  const { body } = await shop.call('POST', '/volume_discounts', {
    volumeDiscountType: 'SORACOM_AIR_BASIC_CHARGE',
    volumeDiscountPaymentType: 'PREPAYMENT',
    contractTermMonth: 12,
    quantity: 2,
  })
  expect(body).toMatchObject({ taxAmount: 600, totalAmount: 6600, volumeDiscount: { initialCost: 6000 } })
  await shop.call('PUT', `/volume_discounts/${body.orderId}/confirm`)
  const { paymentStatementsList } = (await shop.call('GET', '/payment_statements')).body
  expect(paymentStatementsList).toMatchObject([{ orderId: body.orderId, amount: 6600, currency: 'JPY' }])
})

test('a contract is made once, of the own quotation', async () => {
  const { operator } = openSandbox()
  const [shop, other] = [await operator(), await operator()]
  const { orderId } = (await shop.call('POST', '/volume_discounts', { ...request, startDate: null })).body
  expect((await other.call('PUT', `/volume_discounts/${orderId}/confirm`)).status).toBe(404)
  const { contractId } = (await shop.call('PUT', `/volume_discounts/${orderId}/confirm`)).body
  expect((await shop.call('PUT', `/volume_discounts/${orderId}/confirm`)).body.code).toBe('EMU0013')
  expect((await other.call('GET', `/volume_discounts/${contractId}`)).status).toBe(400)
})

test('the bills of its months say that they do not show it', async () => {
  const shop = await openSandbox().operator()
  const { orderId } = (await shop.call('POST', '/volume_discounts', { ...request, startDate: null })).body
  expect((await shop.call('GET', '/bills/latest')).headers).not.toHaveProperty('x-soracom-emulator-unpriced')
  await shop.call('PUT', `/volume_discounts/${orderId}/confirm`)
  const { headers } = await shop.call('GET', '/bills/latest')
  expect(headers['x-soracom-emulator-unpriced']).toContain('long-term discounts')
})
