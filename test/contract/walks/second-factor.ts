import { createHmac } from 'node:crypto'
import { expect } from '../expect.ts'
import { type Life, password } from '../life.ts'

/** A second factor of the root user: enabled, verified, asked for, revoked. */
export async function walkSecondFactor(life: Life): Promise<void> {
  const status = async () => (await life.call('getMFAStatus')).body.status
  const verify = (mfaOTPCode: string) => life.call('verifyMFA', { body: { mfaOTPCode } })
  const revoke = (secret: string) => life.call('revokeMFA', { body: { password: secret } })
  expect(await status()).toBe('INACTIVE')
  expect((await verify('000000')).status).toBe(400)
  expect((await revoke(password)).status).toBe(400)

  const { totpUri } = (await life.call('enableMFA')).body
  expect(await status()).toBe('UNCONFIRMED')
  expect((await verify('no code')).status).toBe(400)
  expect((await verify(codeOf(totpUri))).body.backupCodes).toHaveLength(5)
  expect(await status()).toBe('ACTIVE')
  expect((await life.call('enableMFA')).status).toBe(400)

  const login = (factor: object) =>
    life.recorder.call('auth', { body: { email: life.email, password, tokenTimeoutSeconds: 3600, ...factor } })
  expect((await login({})).status).toBe(401)
  expect((await login({ mfaOTPCode: 'no code' })).status).toBe(401)
  expect((await login({ mfaOTPCode: codeOf(totpUri) })).status).toBe(200)

  expect((await revoke('Wrong1234')).status).toBe(400)
  expect((await revoke(password)).status).toBe(204)
  expect(await status()).toBe('INACTIVE')
  expect((await login({})).status).toBe(200)
}

// What an authenticator shows now; made here anew, so that it checks the emulator's by RFC 6238.
function codeOf(totpUri: string): string {
  const bits = [...(new URL(totpUri).searchParams.get('secret') ?? '')]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeUInt32BE(Math.floor(Date.now() / 30_000), 4)
  const mac = createHmac('sha1', key).update(counter).digest()
  const at = (mac.at(-1) ?? 0) & 15
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
