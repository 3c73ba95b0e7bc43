import { expect, test } from 'vitest'
import { openSandbox } from '../testing/open-sandbox.ts'

test('an SMS is accepted with an ID, by IMSI, MSISDN and SIM ID (published document)', async () => {
  const shop = await openSandbox().operator({ coverageTypes: ['g'] })
  const imsi = await shop.sim({ subscription: 'plan01s' })
  const { msisdn } = (await shop.call('GET', `/subscribers/${imsi}`)).body
  for (const path of [`/subscribers/${imsi}`, `/subscribers/msisdn/${msisdn}`, `/sims/${imsi}`]) {
    const { status, body } = await shop.call('POST', `${path}/send_sms`, { payload: 'テスト' })
    expect(status).toBe(202)
    expect(body.messageId).toMatch(/^[0-9a-f-]{36}$/)
  }
})

test('a SIM that takes no SMS answers 400 (published document)', async () => {
  const shop = await openSandbox().operator()
  const imsi = await shop.sim({ subscription: 'plan-K' })
  const reply = await shop.call('POST', `/subscribers/${imsi}/send_sms`, { payload: 'x' })
  expect(reply).toMatchObject({ status: 400, body: { code: 'EMU0182' } })
})

test('which subscriptions take SMS is a setting', async () => {
  const shop = await openSandbox({ settings: { smsSubscriptions: ['plan-K'] } }).operator()
  const imsi = await shop.sim({ subscription: 'plan-K' })
  expect((await shop.call('POST', `/subscribers/${imsi}/send_sms`, { payload: 'x' })).status).toBe(202)
})

test('an unknown SIM and one of another operator answer 404 (published document)', async () => {
  const { operator } = openSandbox()
  const [shop, other] = [await operator({ coverageTypes: ['g'] }), await operator({ coverageTypes: ['g'] })]
  const imsi = await other.sim()
  const { msisdn } = (await other.call('GET', `/subscribers/${imsi}`)).body
  for (const path of [`/subscribers/${imsi}`, `/subscribers/msisdn/${msisdn}`, `/sims/${imsi}`, '/sims/1']) {
    expect((await shop.call('POST', `${path}/send_sms`, { payload: 'x' })).status).toBe(404)
  }
})

test('a text that its encoding cannot carry is refused', async () => {
  const shop = await openSandbox().operator({ coverageTypes: ['g'] })
  const path = `/subscribers/${await shop.sim()}/send_sms`
  const codeOf = async (body: unknown) => (await shop.call('POST', path, body)).body.code
  expect(await codeOf({})).toBe('COM0008')
  expect(await codeOf({ payload: 'x', encodingType: 3 })).toBe('EMU0006')
  expect(await codeOf({ payload: 'x'.repeat(71) })).toBe('EMU0184')
  expect(await codeOf({ payload: 'x'.repeat(71), encodingType: 1 })).toBeUndefined()
  expect(await codeOf({ payload: '漢字', encodingType: 1 })).toBe('EMU0185')
})
