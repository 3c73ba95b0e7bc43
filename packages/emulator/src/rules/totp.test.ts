import { describe, expect, test } from 'vitest'
import { isTotpCode, toTotpCode, toTotpUri } from './totp.ts'

// The secret of the test vectors, the text 12345678901234567890.
const secret = Buffer.from('12345678901234567890').toString('hex')

describe('a one-time password', () => {
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at %i seconds is %s (test vectors of RFC 6238, their last six digits)', (seconds, code) => {
    expect(toTotpCode(secret, seconds * 1000)).toBe(code)
  })

  test('is taken for one step of 30 seconds before and behind its own, and no longer', () => {
    const code = toTotpCode(secret, 59_000)
    expect([0, 30_000, 59_000, 89_999].map((nowMs) => isTotpCode(secret, code, nowMs))).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(isTotpCode(secret, code, 90_000)).toBe(false)
    expect(isTotpCode(secret, code, 3_600_000)).toBe(false)
  })

  test('of other digits is wrong', () => {
    expect(isTotpCode(secret, '287083', 59_000)).toBe(false)
    expect(isTotpCode(secret, '', 59_000)).toBe(false)
    expect(isTotpCode(secret, '1287082', 59_000)).toBe(false)
  })
})

test('an authenticator is set up with the secret in base 32', () => {
  expect(toTotpUri(secret, 'a@example.com')).toBe(
    'otpauth://totp/SORACOM:a%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=SORACOM',
  )
})
