import { expect, test } from 'vitest'
import { toTotpCode } from '../rules/totp.ts'
import { openSandbox, password } from '../testing/open-sandbox.ts'

async function open() {
  const sandbox = openSandbox({ startTime: '2026-11-01T00:00:00Z' })
  const root = await sandbox.operator()
  await root.user('one', { effect: 'allow', api: '*' })
  const path = `/operators/${root.operatorId}/users/one`
  const login = { operatorId: root.operatorId, userName: 'one', password }
  return {
    ...sandbox,
    root,
    path,
    logIn: (more: object = {}) => sandbox.call('POST', '/auth', { ...login, ...more }),
    codeOf: (totpUri: string) => toTotpCode(toHex(totpUri), sandbox.emulator.clock.now()),
    statusOf: async () => (await root.call('GET', `${path}/mfa`)).body.status,
  }
}

// The secret of what an authenticator is set up with.
function toHex(totpUri: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const secret = new URL(totpUri).searchParams.get('secret') ?? ''
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))).toString('hex')
}

test('a code counts from its verification on (developers.soracom.io, multi-factor authentication)', async () => {
  const { root, path, logIn, codeOf, statusOf } = await open()
  expect(await statusOf()).toBe('INACTIVE')
  const { totpUri } = (await root.call('POST', `${path}/mfa`)).body
  expect(await statusOf()).toBe('UNCONFIRMED')
  expect((await logIn()).status).toBe(200)
  const wrong = await root.call('POST', `${path}/mfa/verify`, { mfaOTPCode: '000' })
  expect(wrong).toMatchObject({ status: 400, body: { code: 'EMU0106' } })
  expect(await statusOf()).toBe('UNCONFIRMED')
  expect((await root.call('POST', `${path}/mfa/verify`, { mfaOTPCode: codeOf(totpUri) })).status).toBe(204)
  expect(await statusOf()).toBe('ACTIVE')
})

test("a login by password then asks for the code of the emulator's now", async () => {
  const { emulator, root, path, logIn, codeOf } = await open()
  const { totpUri } = (await root.call('POST', `${path}/mfa`)).body
  const mfaOTPCode = codeOf(totpUri)
  await root.call('POST', `${path}/mfa/verify`, { mfaOTPCode })
  expect(await logIn()).toMatchObject({ status: 401, body: { code: 'EMU0105' } })
  expect(await logIn({ password: 'Wrong1234', mfaOTPCode })).toMatchObject({ body: { code: 'AUM0002' } })
  expect(await logIn({ mfaOTPCode })).toMatchObject({ status: 200, body: { userName: 'one' } })
  emulator.clock.advance({ minutes: 2 })
  expect(await logIn({ mfaOTPCode })).toMatchObject({ status: 401, body: { code: 'EMU0106' } })
  expect((await logIn({ mfaOTPCode: codeOf(totpUri) })).status).toBe(200)
})

test('a login by an auth key asks for none (developers.soracom.io, multi-factor authentication)', async () => {
  const { call, root, path, codeOf } = await open()
  const { totpUri } = (await root.call('POST', `${path}/mfa`)).body
  await root.call('POST', `${path}/mfa/verify`, { mfaOTPCode: codeOf(totpUri) })
  const key = (await root.call('POST', `${path}/auth_keys`)).body
  expect((await call('POST', '/auth', key)).status).toBe(200)
})

test('another secret comes until a code is verified, and only the last counts', async () => {
  const { root, path, codeOf } = await open()
  const first = (await root.call('POST', `${path}/mfa`)).body.totpUri
  const second = (await root.call('POST', `${path}/mfa`)).body.totpUri
  expect(first).not.toBe(second)
  expect((await root.call('POST', `${path}/mfa/verify`, { mfaOTPCode: codeOf(first) })).status).toBe(400)
  expect((await root.call('POST', `${path}/mfa/verify`, { mfaOTPCode: codeOf(second) })).status).toBe(204)
  expect(await root.call('POST', `${path}/mfa`)).toMatchObject({ status: 400, body: { code: 'EMU0107' } })
  expect((await root.call('POST', `${path}/mfa/verify`, { mfaOTPCode: codeOf(second) })).status).toBe(400)
})

test('it ends when it is revoked', async () => {
  const { root, path, logIn, codeOf, statusOf } = await open()
  expect(await root.call('DELETE', `${path}/mfa`)).toMatchObject({ status: 400, body: { code: 'EMU0107' } })
  const { totpUri } = (await root.call('POST', `${path}/mfa`)).body
  await root.call('POST', `${path}/mfa/verify`, { mfaOTPCode: codeOf(totpUri) })
  expect((await root.call('DELETE', `${path}/mfa`)).status).toBe(204)
  expect(await statusOf()).toBe('INACTIVE')
  expect((await logIn()).status).toBe(200)
})
