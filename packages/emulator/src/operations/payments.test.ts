import { expect, test } from 'vitest'
import { openSandbox } from '../testing/open-sandbox.ts'

const card = { cvc: '123', expireMonth: 12, expireYear: 2040, name: 'TEST', number: '4242424242424242' }

test('the dummy card serves every coverage type (test of the command-line client)', async () => {
  const shop = await openSandbox().operator({ coverageTypes: ['jp'] })
  await shop.call('POST', `/operators/${shop.operatorId}/coverage_type/g`)
  for (const coverageType of ['jp', 'g']) {
    const reply = await shop.call('GET', `/payment_methods/current?coverage_type=${coverageType}`)
    expect(reply).toMatchObject({ status: 200, body: { providerType: 'WebPay' } })
  }
})

test('without a payment method there is none to show or to activate (published document)', async () => {
  const shop = await openSandbox().operator({ registerPaymentMethod: false })
  expect((await shop.call('GET', '/payment_methods/current')).status).toBe(404)
  expect((await shop.call('POST', '/payment_methods/current/activate')).status).toBe(404)
})

test('a card is registered with 201, or 200 by the setting (old document; record of the Ruby client)', async () => {
  for (const webPayStatus of [201, 200]) {
    const shop = await openSandbox({ settings: { webPayStatus } }).operator({ registerPaymentMethod: false })
    expect((await shop.call('POST', '/payment_methods/webpay', card)).status).toBe(webPayStatus)
    expect((await shop.call('GET', '/payment_methods/current')).status).toBe(200)
    expect((await shop.call('POST', '/payment_methods/current/activate')).body).toEqual({})
  }
})

test('a card is registered by the tokens of two payment services (the Go client)', async () => {
  const shop = await openSandbox().operator({ registerPaymentMethod: false })
  const tokens = { payJPToken: 'tok_1', stripeToken: 'tok_2' }
  for (const body of [{}, { ...tokens, stripeToken: '' }]) {
    expect((await shop.call('POST', '/payment_methods/token/payjp', body)).status).toBe(400)
  }
  expect((await shop.call('GET', '/payment_methods/current')).status).toBe(404)
  expect((await shop.call('POST', '/payment_methods/token/payjp', tokens)).status).toBe(201)
  expect((await shop.call('GET', '/payment_methods/current')).status).toBe(200)
})

test('a card that expires soon is refused with PAY0025 (test of the Swift client)', async () => {
  const shop = await openSandbox({ startTime: '2026-11-10' }).operator({ registerPaymentMethod: false })
  const expiring = { ...card, expireMonth: 11, expireYear: 2026 }
  expect(await shop.call('POST', '/payment_methods/webpay', expiring)).toMatchObject({
    status: 400,
    body: { code: 'PAY0025' },
  })
})

test('a card may have two digits for its year (the Ruby client of the sandbox)', async () => {
  const shop = await openSandbox({ startTime: '2016-02-29' }).operator({ registerPaymentMethod: false })
  expect((await shop.call('POST', '/payment_methods/webpay', { ...card, expireYear: 20 })).status).toBe(201)
  expect((await shop.call('POST', '/payment_methods/webpay', { ...card, expireYear: 15 })).body.code).toBe('PAY0025')
})
