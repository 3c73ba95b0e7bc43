import { expect } from '../expect.ts'
import { type Life, password, toLife } from '../life.ts'
import type { Recorder } from '../recorder.ts'

/** The five steps that older clients sign up with: account, token, verification, login, card. */
export async function walkSignup(recorder: Recorder, email: string): Promise<Life> {
  expect((await recorder.call('createOperator', { body: { email, password } })).status).toBe(201)
  const token = await recorder.call('sandboxGetSignupToken', { params: { email }, body: recorder.target.productionKey })
  expect(token.status).toBe(200)
  expect((await recorder.call('verifyOperator', { body: { token: token.body.token } })).status).toBe(200)
  const login = await recorder.call('auth', { body: { email, password } })
  expect(login.status).toBe(200)
  const life = toLife(recorder, email, login.body)

  expect((await life.call('getPaymentMethod')).status).toBe(404)
  const card = { cvc: '123', expireMonth: 12, expireYear: 2040, name: 'TEST', number: '4242424242424242' }
  expect((await life.call('registerWebPayPaymentMethod', { body: card })).status).toBe(201)
  expect((await life.call('getPaymentMethod', { query: { coverage_type: 'jp' } })).status).toBe(200)
  expect((await life.call('activatePaymentMethod')).status).toBe(200)
  return life
}

/** What signing up refuses. */
export async function walkSignupErrors(recorder: Recorder, takenEmail: string): Promise<void> {
  const { emailOf, productionKey } = recorder.target
  const statusOf = async (operationId: string, options: object) => (await recorder.call(operationId, options)).status
  expect(await statusOf('createOperator', { body: { email: takenEmail, password } })).toBe(400)
  expect(await statusOf('createOperator', { body: { email: emailOf('other'), password: 'weak' } })).toBe(400)
  expect(await statusOf('createOperator', { body: {} })).toBe(400)
  expect(await statusOf('verifyOperator', { body: { token: 'none' } })).toBe(400)
  expect(await statusOf('sandboxGetSignupToken', { params: { email: emailOf('nobody') }, body: productionKey })).toBe(
    400,
  )
  const taken = { email: takenEmail, password, ...productionKey }
  expect(await statusOf('sandboxInitializeOperator', { body: taken })).toBe(400)
  expect(await statusOf('sandboxInitializeOperator', { body: {} })).toBe(400)
  expect(await statusOf('auth', { body: { email: emailOf('nobody'), password } })).toBe(401)
  expect(await statusOf('auth', { body: { email: takenEmail, password: 'Wrong1234' } })).toBe(401)
}
