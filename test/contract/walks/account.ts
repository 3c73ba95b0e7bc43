import { expect } from '../expect.ts'
import { type Life, password } from '../life.ts'
import type { Credentials } from '../recorder.ts'

/** The operator itself, its keys and tokens, its addresses, and what it pays with. */
export async function walkAccount(life: Life): Promise<void> {
  const operator = await life.call('getOperator')
  expect(operator.status).toBe(200)
  expect(operator.body).toMatchObject({ operatorId: life.operatorId, email: life.email })
  expect((await life.call('getOperator', { params: { operator_id: 'OP0000000001' } })).status).toBe(400)
  expect((await life.call('addCoverageType', { params: { coverage_type: 'g' } })).status).toBe(201)
  expect((await life.call('getPaymentMethod', { query: { coverage_type: 'g' } })).status).toBe(200)
  expect((await life.call('listPaymentStatements')).status).toBe(200)

  const { token } = (await life.call('generateAuthToken', { body: { tokenTimeoutSeconds: 3600 } })).body
  expect((await life.call('getOperator', { credentials: { ...life.credentials, token } })).status).toBe(200)
  await walkAuthKeys(life)
  await walkShippingAddresses(life)
  await walkTokens(life)
}

async function walkTokens(life: Life): Promise<void> {
  expect((await life.call('generateSupportToken')).status).toBe(200)
  const login = await life.recorder.call('auth', { body: { email: life.email, password } })
  expect((await life.call('revokeOperatorAuthTokens', { credentials: login.body })).status).toBe(204)
  for (const credentials of [life.credentials, login.body]) {
    expect((await life.call('getOperator', { credentials })).status).toBe(401)
  }
}

async function walkAuthKeys(life: Life): Promise<void> {
  const made = await life.call('generateOperatorAuthKey')
  expect(made.status).toBe(201)
  const { authKeyId, authKey } = made.body
  expect((await life.call('listOperatorAuthKeys')).body).toHaveLength(1)
  const login = await life.recorder.call('auth', { body: { authKeyId, authKey, tokenTimeoutSeconds: 3600 } })
  expect(login.status).toBe(200)
  expect(typeof (await life.call('listOperatorAuthKeys')).body[0].lastUsedDateTime).toBe('number')
  expect((await life.call('logout', { credentials: login.body })).status).toBe(204)
  expect((await life.call('getOperator', { credentials: login.body })).status).toBe(401)
  expect((await life.call('deleteOperatorAuthKey', { params: { auth_key_id: authKeyId } })).status).toBe(204)
  expect((await life.recorder.call('auth', { body: { authKeyId, authKey } })).status).toBe(401)
}

async function walkShippingAddresses(life: Life): Promise<void> {
  const made = await life.call('createShippingAddress', { body: address })
  expect(made.status).toBe(201)
  const params = { shipping_address_id: made.body.shippingAddressId }
  expect((await life.call('getShippingAddress', { params })).body).toMatchObject({
    city: '港区',
    shippingArea: 'kanto',
  })
  expect((await life.call('listShippingAddresses')).body.shippingAddresses).toHaveLength(1)
  const moved = { ...address, city: '新宿区', building: 'Tower' }
  expect((await life.call('updateShippingAddress', { params, body: moved })).status).toBe(200)
  expect((await life.call('deleteShippingAddress', { params })).status).toBe(200)
  expect((await life.call('getShippingAddress', { params })).status).toBe(404)
  expect((await life.call('createShippingAddress', { body: { city: '港区' } })).status).toBe(400)
}

/** An address that orders can be shipped to. */
export const address = {
  addressLine1: '1-2-3',
  city: '港区',
  state: '東京都',
  zipCode: '1234567',
  phoneNumber: '0312345678',
  fullName: 'Contract Test',
} as const

/** The end: the operator is deleted, and nothing of it is left to log in with. */
export async function walkDeletion(life: Life): Promise<void> {
  const login = await life.recorder.call('auth', { body: { email: life.email, password } })
  const credentials = login.body as Credentials
  // No ID that another operator may have: whether the sandbox spares what is not the caller's is not recorded.
  expect((await life.call('sandboxDeleteOperator', { credentials, params: { operator_id: 'none' } })).status).toBe(400)
  expect((await life.call('sandboxDeleteOperator', { credentials })).status).toBe(200)
  expect((await life.call('getOperator', { credentials })).status).toBe(401)
  expect((await life.recorder.call('auth', { body: { email: life.email, password } })).status).toBe(401)
}
