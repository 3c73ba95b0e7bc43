import { describe, expect, test } from 'vitest'
import { openSandbox, password, type TestSandbox } from '../testing/open-sandbox.ts'
import { readTotpCode } from '../testing/read-totp-code.ts'

// An operator that has enabled MFA, and what its authenticator shows now.
async function openWithMfa(sandbox: TestSandbox) {
  const { call, operatorId, email } = await sandbox.operator()
  const path = `/operators/${operatorId}/mfa`
  const { totpUri } = (await call('POST', path)).body
  const code = () => readTotpCode(totpUri, sandbox.emulator.clock.now())
  const login = (factor: object) => sandbox.call('POST', '/auth', { email, password, ...factor })
  const statusOf = async () => (await call('GET', path)).body.status
  return { call, path, code, login, statusOf, totpUri }
}

describe('multi-factor authentication of the root user', () => {
  test('is INACTIVE, UNCONFIRMED when it is enabled, and ACTIVE after a right code (published document)', async () => {
    const sandbox = openSandbox()
    const { call, operatorId } = await sandbox.operator()
    expect((await call('GET', `/operators/${operatorId}/mfa`)).body).toEqual({ status: 'INACTIVE' })
    const other = await openWithMfa(sandbox)
    expect(await other.statusOf()).toBe('UNCONFIRMED')
    expect((await other.call('POST', `${other.path}/verify`, { mfaOTPCode: other.code() })).status).toBe(200)
    expect(await other.statusOf()).toBe('ACTIVE')
  })

  test('gives an address that authenticators read, and five backup codes of eight characters (guide of MFA)', async () => {
    const { call, path, code, totpUri } = await openWithMfa(openSandbox())
    expect(totpUri).toMatch(/^otpauth:\/\/totp\/SORACOM:operator-1%40example\.com\?secret=[A-Z2-7]{32}&issuer=SORACOM$/)
    const { backupCodes } = (await call('POST', `${path}/verify`, { mfaOTPCode: code() })).body
    expect(backupCodes).toHaveLength(5)
    for (const backupCode of backupCodes) expect(backupCode).toMatch(/^\w{8}$/)
  })

  test('does not become active by a wrong code (guide of MFA)', async () => {
    const { call, path, code, statusOf, login } = await openWithMfa(openSandbox())
    const wrong = code() === '000000' ? '000001' : '000000'
    expect((await call('POST', `${path}/verify`, { mfaOTPCode: wrong })).body.code).toBe('EMU0141')
    expect((await call('POST', `${path}/verify`, {})).body.code).toBe('COM0008')
    expect(await statusOf()).toBe('UNCONFIRMED')
    expect((await login({})).status).toBe(200)
  })

  test("is asked for at a login by password, by the emulator's clock", async () => {
    const sandbox = openSandbox()
    const { call, path, code, login } = await openWithMfa(sandbox)
    const first = code()
    await call('POST', `${path}/verify`, { mfaOTPCode: first })
    expect(await login({})).toMatchObject({ status: 401, body: { code: 'EMU0140' } })
    expect((await login({ mfaOTPCode: first })).status).toBe(200)
    sandbox.emulator.clock.advance({ minutes: 5 })
    expect(await login({ mfaOTPCode: first })).toMatchObject({ status: 401, body: { code: 'EMU0141' } })
    expect((await login({ mfaOTPCode: code() })).status).toBe(200)
  })

  test('tells nothing to who has the wrong password', async () => {
    const sandbox = openSandbox()
    const { call, path, code, login } = await openWithMfa(sandbox)
    await call('POST', `${path}/verify`, { mfaOTPCode: code() })
    expect((await login({ password: 'Wrong1234' })).body.code).toBe('AUM0002')
  })

  test('is not asked for with an auth key (guide of API keys and tokens)', async () => {
    const sandbox = openSandbox()
    const { call, path, code } = await openWithMfa(sandbox)
    await call('POST', `${path}/verify`, { mfaOTPCode: code() })
    const key = (await call('POST', path.replace('/mfa', '/auth_keys'))).body
    expect((await sandbox.call('POST', '/auth', key)).status).toBe(200)
  })

  test('can be enabled anew until it is active, and is verified once', async () => {
    const sandbox = openSandbox()
    const { call, path, code } = await openWithMfa(sandbox)
    const again = (await call('POST', path)).body.totpUri
    expect((await call('POST', `${path}/verify`, { mfaOTPCode: code() })).status).toBe(400)
    const mfaOTPCode = readTotpCode(again, sandbox.emulator.clock.now())
    expect((await call('POST', `${path}/verify`, { mfaOTPCode })).status).toBe(200)
    expect((await call('POST', `${path}/verify`, { mfaOTPCode })).body.code).toBe('EMU0142')
    expect((await call('POST', path)).body.code).toBe('EMU0142')
  })

  test('is revoked by the password (published document)', async () => {
    const { call, path, code, login, statusOf } = await openWithMfa(openSandbox())
    await call('POST', `${path}/verify`, { mfaOTPCode: code() })
    expect((await call('DELETE', path, { password: 'Wrong1234' })).status).toBe(400)
    expect((await call('DELETE', path, { password })).status).toBe(204)
    expect(await statusOf()).toBe('INACTIVE')
    expect((await login({})).status).toBe(200)
    expect((await call('DELETE', path, { password })).body.code).toBe('EMU0142')
  })
})
