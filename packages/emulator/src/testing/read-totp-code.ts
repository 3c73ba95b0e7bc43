import { toTotpCode } from '../rules/totp.ts'

/** What an authenticator shows at a time, once it has read an `otpauth://` address. */
export function readTotpCode(totpUri: string, nowMs: number): string {
  let secret = 0n
  for (const letter of new URL(totpUri).searchParams.get('secret') ?? '') {
    secret = secret * 32n + BigInt('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter))
  }
  return toTotpCode(secret.toString(16).padStart(40, '0'), nowMs)
}
