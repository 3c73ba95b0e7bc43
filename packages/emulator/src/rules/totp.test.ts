import { describe, expect, test } from 'vitest'
import { isTotpCode, toTotpCode, toTotpUri } from './totp.ts'

// "12345678901234567890", the secret of RFC 6238, appendix B.
const secretHex = '3132333435363738393031323334353637383930'

// The last six of the eight digits there.
test.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('the code of second %i is that of RFC 6238, appendix B', (seconds, code) => {
  expect(toTotpCode(secretHex, seconds * 1000)).toBe(code)
})

describe('a code', () => {
  const nowMs = 1_111_111_109_000
  test.each([
    ['of now', 0, true],
    ['of 30 seconds ago', -30_000, true],
    ['of 30 seconds hence', 30_000, true],
    ['of a minute ago', -60_000, false],
    ['of a minute hence', 60_000, false],
  ])('%s is right or wrong', (_, shiftMs, isRight) => {
    expect(isTotpCode(secretHex, toTotpCode(secretHex, nowMs + shiftMs), nowMs)).toBe(isRight)
  })

  test.each(['', '81804', '0818040', 'o81804'])('%j is wrong', (code) => {
    expect(isTotpCode(secretHex, code, nowMs)).toBe(false)
  })
})

test('the secret comes to an authenticator in base 32', () => {
  expect(toTotpUri(secretHex, 'OP0012345678/a b')).toBe(
    'otpauth://totp/SORACOM:OP0012345678%2Fa%20b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=SORACOM',
  )
})
