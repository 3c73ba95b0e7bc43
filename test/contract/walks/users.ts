import { createHmac } from 'node:crypto'
import { expect } from '../expect.ts'
import type { Life } from '../life.ts'
import type { Credentials } from '../recorder.ts'

const user = { user_name: 'reader' }
const nobody = { user_name: 'nobody' }
const userPassword = 'Contract2'
const readSims = JSON.stringify({ statements: [{ effect: 'allow', api: 'Subscriber:*' }] })
const malformed = '{"statements":[{"effect":"perhaps","api":"*"}]}'

/** SAM users: what they log in with, what they may do, who may switch to them, and their end. */
export async function walkUsers(life: Life): Promise<void> {
  const body = { description: 'reads SIMs' }
  expect((await life.call('createUser', { params: user, body })).status).toBe(201)
  expect((await life.call('createUser', { params: user, body })).status).toBe(400)
  expect((await life.call('updateUser', { params: user, body: { description: 'reads' } })).status).toBe(200)
  expect((await life.call('updateUser', { params: nobody, body })).status).toBe(404)
  expect((await life.call('getUser', { params: user })).body).toMatchObject({ userName: 'reader', hasPassword: false })
  expect((await life.call('getUser', { params: nobody })).status).toBe(404)
  await walkPasswords(life)
  await walkAuthKeys(life)
  await walkPermissions(life)
  await walkMfa(life)
  await walkSwitching(life)
  await walkRoles(life)
  expect((await life.call('listUsers')).body).toMatchObject([{ userName: 'reader', hasPassword: true }])
  await walkEnd(life)
}

async function logIn(life: Life, more: object = {}): Promise<Credentials> {
  const body = { operatorId: life.operatorId, userName: 'reader', password: userPassword, ...more }
  const login = await life.recorder.call('auth', { body })
  expect(login.status).toBe(200)
  expect(login.body).toMatchObject({ operatorId: life.operatorId, userName: 'reader' })
  return login.body
}

async function walkPasswords(life: Life): Promise<void> {
  const first = { params: user, body: { password: 'Contract1' } }
  expect((await life.call('deleteUserPassword', { params: user })).status).toBe(404)
  expect((await life.call('createUserPassword', { params: user, body: { password: 'weak' } })).status).toBe(400)
  expect((await life.call('createUserPassword', first)).status).toBe(201)
  expect((await life.call('createUserPassword', first)).status).toBe(400)
  const change = { currentPassword: 'Contract1', newPassword: userPassword }
  expect((await life.call('updateUserPassword', { params: user, body: change })).status).toBe(200)
  expect((await life.call('updateUserPassword', { params: user, body: change })).status).toBe(400)
  expect((await life.call('hasUserPassword', { params: user })).body).toEqual({ hasPassword: true })
}

async function walkAuthKeys(life: Life): Promise<void> {
  const made = await life.call('generateUserAuthKey', { params: user })
  expect(made.status).toBe(200)
  const { authKeyId, authKey } = made.body
  const login = await life.recorder.call('auth', { body: { authKeyId, authKey } })
  expect(login.body).toMatchObject({ userName: 'reader' })
  const params = { ...user, auth_key_id: authKeyId }
  expect((await life.call('getUserAuthKey', { params })).body).toMatchObject({ authKeyId })
  expect((await life.call('listUserAuthKeys', { params: user })).body).toHaveLength(1)
  expect((await life.call('deleteUserAuthKey', { params })).status).toBe(204)
  expect((await life.call('deleteUserAuthKey', { params })).status).toBe(404)
  expect((await life.call('getUserAuthKey', { params })).status).toBe(404)
  expect((await life.recorder.call('auth', { body: { authKeyId, authKey } })).status).toBe(401)
}

async function walkPermissions(life: Life): Promise<void> {
  const credentials = await logIn(life)
  for (const operationId of ['getDefaultPermissions', 'deleteDefaultPermissions']) {
    expect((await life.call(operationId, { credentials })).status).toBe(403)
    expect((await life.call(operationId, { params: { operator_id: 'none' } })).status).toBe(404)
  }
  const body = { permission: readSims, description: 'SIMs' }
  expect((await life.call('updateUserPermission', { params: user, body: { permission: malformed } })).status).toBe(400)
  expect((await life.call('updateUserPermission', { params: user, body })).status).toBe(200)
  expect((await life.call('getUserPermission', { params: user })).body).toEqual({ permission: readSims })
  expect((await life.call('listSubscribers', { credentials: await logIn(life) })).status).toBe(200)
  expect((await life.call('deleteUserPermission', { params: user })).status).toBe(204)
  expect((await life.call('deleteUserPermission', { params: nobody })).status).toBe(400)

  const permissions = JSON.stringify({ statements: [{ effect: 'allow', api: ['User:getDefault*'] }] })
  expect((await life.call('updateDefaultPermissions', { body: { permissions: malformed } })).status).toBe(400)
  expect((await life.call('updateDefaultPermissions', { body: { permissions } })).status).toBe(202)
  const allowed = await life.call('getDefaultPermissions', { credentials: await logIn(life) })
  expect(allowed.body).toEqual({ defaultPermissions: permissions })
  expect((await life.call('updateDefaultPermissions', { body: { permissions }, credentials })).status).toBe(403)
  expect((await life.call('deleteDefaultPermissions')).status).toBe(204)
}

async function walkMfa(life: Life): Promise<void> {
  for (const operationId of ['getUserMFAStatus', 'enableUserMFA', 'revokeUserMFA', 'verifyUserMFA']) {
    expect((await life.call(operationId, { params: nobody })).status).toBe(400)
  }
  const enabled = await life.call('enableUserMFA', { params: user })
  expect(enabled.status).toBe(200)
  const mfaOTPCode = toCode(new URL(enabled.body.totpUri).searchParams.get('secret') ?? '')
  expect((await life.call('verifyUserMFA', { params: user, body: { mfaOTPCode: 'none' } })).status).toBe(400)
  expect((await life.call('verifyUserMFA', { params: user, body: { mfaOTPCode } })).status).toBe(204)
  expect((await life.call('getUserMFAStatus', { params: user })).status).toBe(200)
  expect((await life.call('enableUserMFA', { params: user })).status).toBe(400)
  const body = { operatorId: life.operatorId, userName: 'reader', password: userPassword }
  expect((await life.recorder.call('auth', { body })).status).toBe(401)
  await logIn(life, { mfaOTPCode })
  expect((await life.call('revokeUserMFA', { params: user })).status).toBe(204)
  expect((await life.call('revokeUserMFA', { params: user })).status).toBe(400)
}

// The code of now by RFC 6238, written apart from the emulator's own.
function toCode(secret: string): string {
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const start = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(start) & 0x7fffffff) % 1e6).padStart(6, '0')
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

async function walkSwitching(life: Life): Promise<void> {
  const body = { operatorId: life.operatorId, userName: 'reader', tokenTimeoutSeconds: 180 }
  expect((await life.call('switchUser', { body })).status).toBe(400)
  const soracom = [`srn:soracom:${life.operatorId}::Operator:${life.operatorId}`]
  const trustPolicy = JSON.stringify({ statements: [{ effect: 'allow', principal: { soracom } }] })
  expect((await life.call('updateUserTrustPolicy', { params: user, body: { trustPolicy: '{' } })).status).toBe(400)
  expect((await life.call('updateUserTrustPolicy', { params: user, body: { trustPolicy } })).status).toBe(204)
  expect((await life.call('updateUserTrustPolicy', { params: nobody, body: { trustPolicy } })).status).toBe(400)
  expect((await life.call('getUserTrustPolicy', { params: user })).body).toEqual({ trustPolicy })
  expect((await life.call('getUserTrustPolicy', { params: nobody })).status).toBe(400)
  const switched = await life.call('switchUser', { body })
  expect(switched.status).toBe(200)
  expect(switched.body).toMatchObject({ operatorId: life.operatorId, userName: 'reader' })
  expect((await life.call('switchUser', { body: { ...body, tokenTimeoutSeconds: 179 } })).status).toBe(400)
  expect((await life.call('deleteUserTrustPolicy', { params: user })).status).toBe(204)
  expect((await life.call('deleteUserTrustPolicy', { params: nobody })).status).toBe(400)
  expect((await life.call('switchUser', { body })).status).toBe(400)
}

async function walkRoles(life: Life): Promise<void> {
  const params = { role_id: 'readers' }
  const unknown = { role_id: 'none' }
  const both = { ...user, ...params }
  const body = { permission: readSims, description: 'read SIMs' }
  const made = await life.call('createRole', { params, body })
  expect(made.status).toBe(200)
  expect(made.body).toEqual({ roleId: 'readers' })
  expect((await life.call('createRole', { params, body })).status).toBe(400)
  expect((await life.call('createRole', { params: unknown, body: { permission: malformed } })).status).toBe(400)
  expect((await life.call('updateRole', { params, body: { permission: readSims } })).status).toBe(200)
  expect((await life.call('updateRole', { params, body: { permission: malformed } })).status).toBe(400)
  expect((await life.call('getRole', { params })).body).toMatchObject({ owner: 'operator', permission: readSims })
  expect((await life.call('listRoles')).body).toMatchObject([{ roleId: 'readers', roleName: 'readers' }])

  const attach = (roleId: string) => life.call('attachRole', { params: user, body: { roleId } })
  expect((await attach('readers')).status).toBe(200)
  expect((await attach('readers')).status).toBe(400)
  expect((await attach('none')).status).toBe(400)
  expect((await life.call('attachRole', { params: nobody, body: { roleId: 'readers' } })).status).toBe(404)
  expect((await life.call('listUserRoles', { params: user })).body).toMatchObject([{ roleId: 'readers' }])
  expect((await life.call('listUserRoles', { params: nobody })).status).toBe(404)
  expect((await life.call('listRoleAttachedUsers', { params })).body).toMatchObject([{ userName: 'reader' }])
  expect((await life.call('listSubscribers', { credentials: await logIn(life) })).status).toBe(200)
  expect((await life.call('deleteRole', { params })).status).toBe(400)
  expect((await life.call('detachRole', { params: both })).status).toBe(200)
  expect((await life.call('detachRole', { params: both })).status).toBe(404)

  expect((await life.call('listRoleVersions', { params })).status).toBe(400)
  expect((await life.call('deleteRole', { params })).status).toBe(204)
  for (const operationId of ['getRole', 'deleteRole', 'listRoleAttachedUsers', 'listRoleVersions']) {
    expect((await life.call(operationId, { params })).status).toBe(404)
  }
  expect((await life.call('updateRole', { params, body })).status).toBe(404)
}

async function walkEnd(life: Life): Promise<void> {
  const credentials = await logIn(life)
  expect((await life.call('revokeUserAuthTokens', { params: nobody })).status).toBe(400)
  expect((await life.call('revokeUserAuthTokens', { params: user })).status).toBe(204)
  expect((await life.call('listSubscribers', { credentials })).status).toBe(401)
  expect((await life.call('deleteUserPassword', { params: user })).status).toBe(204)
  expect((await life.call('deleteUser', { params: user })).status).toBe(204)
  expect((await life.call('deleteUser', { params: user })).status).toBe(404)
  expect((await life.call('listUsers')).body).toEqual([])
}
