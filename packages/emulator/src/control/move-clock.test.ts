import { describe, expect, test } from 'vitest'
import { openSandbox, password } from '../testing/open-sandbox.ts'

const startTime = '2026-11-10T12:00:00.000Z'

describe('the clock by HTTP', () => {
  test('tells the time', async () => {
    const { control } = openSandbox({ startTime })
    const { status, body } = await control('GET', 'clock')
    expect(status).toBe(200)
    expect(body.now).toBe(new Date(body.nowMs).toISOString())
    expect(body.now.slice(0, 16)).toBe('2026-11-10T12:00')
  })

  test('is advanced by parts that add up', async () => {
    const { control, emulator } = openSandbox({ startTime })
    const { body } = await control('POST', 'clock/advance', { days: 1, hours: 2, minutes: 3, seconds: 4 })
    expect(body.now.slice(0, 16)).toBe('2026-11-11T14:03')
    expect(emulator.clock.now()).toBeGreaterThanOrEqual(body.nowMs)
  })

  test.each(['2027-01-01T00:00:00Z', Date.UTC(2027, 0, 1)])('is set to %s', async (time) => {
    const { control } = openSandbox({ startTime })
    expect((await control('POST', 'clock/set', { time })).body.now.slice(0, 16)).toBe('2027-01-01T00:00')
  })

  test.each([
    ['advance', { days: -1 }, 'only moves forward'],
    ['advance', { day: 1 }, '"day" is none of days, hours'],
    ['advance', { days: '1' }, 'days must be a number'],
    ['advance', { days: 1e9 }, 'year 9999'],
    ['advance', {}, 'the body must have some of days'],
    ['advance', [1], 'the body must have some of days'],
    ['set', { time: '2026-11-01T00:00:00Z' }, 'only moves forward'],
    ['set', { time: 'soon' }, 'Not a time: soon'],
    ['set', {}, 'the body must be { "time"'],
    ['set', undefined, 'the body must be { "time"'],
  ])('answers 400 to %s by %j', async (act, request, message) => {
    const { control, emulator } = openSandbox({ startTime })
    const { status, body } = await control('POST', `clock/${act}`, request)
    expect(status).toBe(400)
    expect(body).toMatchObject({ code: 'EMU0224', message: expect.stringContaining(message) })
    expect(emulator.clock.now()).toBeLessThan(Date.parse(startTime) + 3_600_000)
  })

  test('answers 405 to a method that a path does not have', async () => {
    const { control } = openSandbox()
    expect((await control('DELETE', 'clock')).body.message).toBe('The path has no DELETE: /_emulator/clock. It has GET')
  })
})

describe('advancing the clock', () => {
  test.each([
    ['doNothing', 'active'],
    ['deactivate', 'inactive'],
    ['suspend', 'suspended'],
    ['terminate', 'terminated'],
  ])('expires a SIM with its action %s', async (expiryAction, status) => {
    const { operator, control } = openSandbox({ startTime })
    const { call, sim } = await operator()
    const imsi = await sim({ subscription: 'plan01s' })
    await call('POST', `/subscribers/${imsi}/activate`)
    const expiryTime = Date.parse(startTime) + 4 * 3_600_000
    await call('POST', `/subscribers/${imsi}/set_expiry_time`, { expiryTime, expiryAction })
    await control('POST', 'clock/advance', { hours: 3 })
    expect((await call('GET', `/subscribers/${imsi}`)).body.status).toBe('active')
    await control('POST', 'clock/advance', { hours: 2 })
    const { body } = await call('GET', `/subscribers/${imsi}`)
    expect(body.status).toBe(status)
    // It happened when it was due, not when the clock was moved.
    if (status !== 'active') expect(body.lastModifiedTime).toBe(expiryTime)
  })

  test('ends tokens after the time that was asked for', async () => {
    const { operator, call, control } = openSandbox({ startTime })
    const { email, operatorId } = await operator()
    const { apiKey, token } = (await call('POST', '/auth', { email, password, tokenTimeoutSeconds: 600 })).body
    const headers = { 'x-soracom-api-key': apiKey, 'x-soracom-token': token }
    await control('POST', 'clock/advance', { minutes: 9 })
    expect((await call('GET', `/operators/${operatorId}`, undefined, headers)).status).toBe(200)
    await control('POST', 'clock/advance', { minutes: 2 })
    expect((await call('GET', `/operators/${operatorId}`, undefined, headers)).body.code).toBe('EMU0017')
  })

  test('closes days and months, uses coupons up and lets them expire', async () => {
    const { operator, call, control } = openSandbox({ startTime: '2026-11-10T00:00:00Z' })
    const { email, sim, ...first } = await operator()
    const imsi = await sim({ subscription: 'plan-D' })
    await first.call('POST', `/subscribers/${imsi}/activate`)
    for (const amount of [30, 10_000]) {
      const coupon = { amount, applicableBillItemName: 'dailyChargeTotal', expiryYearMonth: '202611' }
      const { couponCode } = (await first.call('POST', '/sandbox/coupons/create', coupon)).body
      await first.call('POST', `/coupons/${couponCode}/register`)
    }
    const login = async () => {
      const { apiKey, token } = (await call('POST', '/auth', { email, password })).body
      const headers = { 'x-soracom-api-key': apiKey, 'x-soracom-token': token }
      return async (method: string, path: string) => (await call(method, path, undefined, headers)).body
    }

    await control('POST', 'clock/advance', { days: 5 })
    const inMonth = await login()
    expect((await inMonth('GET', '/bills')).billList).toEqual([])
    expect(await inMonth('GET', '/bills/202611')).toMatchObject({ state: 'temporary' })
    const days = (await inMonth('GET', '/bills/202611/daily')).billList
    expect(days.at(-1)).toMatchObject({ date: '20261110' })
    expect(days.length).toBeGreaterThanOrEqual(5)
    const balances = async (get: typeof inMonth) =>
      (await get('GET', '/coupons')).couponList.map(({ balance }: { balance: number }) => balance)
    expect(await balances(inMonth)).toEqual([30, 10_000])

    await control('POST', 'clock/set', { time: '2026-12-10T00:00:00Z' })
    const nextMonth = await login()
    const { billList } = await nextMonth('GET', '/bills')
    expect(billList).toMatchObject([{ yearMonth: '202611', state: 'closed' }])
    const applied = billList[0].appliedCouponAmount
    expect(applied).toBeGreaterThan(30)
    expect(await balances(nextMonth)).toEqual([0, 10_030 - applied])

    // What is left of a coupon after its last month pays for nothing.
    await control('POST', 'clock/set', { time: '2027-01-10T00:00:00Z' })
    const january = await login()
    expect((await january('GET', '/bills')).billList[0]).toMatchObject({ yearMonth: '202612', appliedCouponAmount: 0 })
    expect(await balances(january)).toEqual([0, 10_030 - applied])
  })

  test('makes a quotation too old to be confirmed', async () => {
    const { operator, call, control } = openSandbox({ startTime })
    const { email, operatorId, ...first } = await operator()
    const address = { addressLine1: '1-1', city: '港区', state: '東京都', zipCode: '1234567' }
    const { shippingAddressId } = (await first.call('POST', `/operators/${operatorId}/shipping_addresses`, address))
      .body
    const orderItemList = [{ productCode: '4573326590013', quantity: 1 }]
    const { orderId } = (await first.call('POST', '/orders', { orderItemList, shippingAddressId })).body
    await control('POST', 'clock/advance', { days: 32 })
    const { apiKey, token } = (await call('POST', '/auth', { email, password })).body
    const headers = { 'x-soracom-api-key': apiKey, 'x-soracom-token': token }
    expect((await call('PUT', `/orders/${orderId}/confirm`, undefined, headers)).body.code).toBe('EMU0014')
  })
})
