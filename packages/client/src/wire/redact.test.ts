import { expect, test } from 'vitest'
import { redact } from './redact.ts'

test('takes out what holders have under secret names, at any depth', () => {
  const holder = { login: { email: 'a@example.com', password: 'Passw0rd!' }, list: [{ registrationSecret: '25691' }] }
  expect(redact('a@example.com said Passw0rd! and 25691', holder)).toBe('a@example.com said [redacted] and [redacted]')
})

test('takes out secrets as they stand in JSON and in URLs', () => {
  const holder = { password: 'Pass"w0rd/+ä' }
  const text = `${JSON.stringify({ said: 'Pass"w0rd/+ä' })} ${encodeURIComponent('Pass"w0rd/+ä')}`
  expect(redact(text, holder)).toBe('{"said":"[redacted]"} [redacted]')
})

test('takes out short secrets only where they stand alone', () => {
  expect(redact('COM0123: cvc 123 of 440101234567890 is wrong', { cvc: '123' })).toBe(
    'COM0123: cvc [redacted] of 440101234567890 is wrong',
  )
})

test('takes out the longer of two secrets that begin alike', () => {
  expect(redact('abcdefghij', { token: 'abcdefgh', password: 'abcdefghij' })).toBe('[redacted]')
})

test.each([
  [
    '{"apiKey":"api-1","token":"abc","operatorId":"OP1"}',
    '{"apiKey":"[redacted]","token":"[redacted]","operatorId":"OP1"}',
  ],
  ['{"operatorId":"OP1","token":"abc.d', '{"operatorId":"OP1","token":"[redacted]"'],
  ['{"totpUri":"otpauth://totp/a?secret=GEZDGNBV&issuer=b"}', '{"totpUri":"[redacted]"}'],
  ['{"cvc": 123, "name":"x"}', '{"cvc": "[redacted]", "name":"x"}'],
  ['{"serialNumber":"TS1","phoneNumber":"03"}', '{"serialNumber":"TS1","phoneNumber":"03"}'],
  ['see https://example.com/?token=abc&x=1', 'see https://example.com/?token=[redacted]&x=1'],
  ['Bearer eyJhbGciOi.eyJvcGVy.c2ln is expired', 'Bearer [redacted] is expired'],
  ['the key secret-AbCd123 is wrong', 'the key [redacted] is wrong'],
])('takes out of %s what it names itself', (text, expected) => {
  expect(redact(text)).toBe(expected)
})

test('takes out credentials of headers and passwords that are changed', () => {
  const headers = { authorization: 'Basic abcdef', 'x-soracom-token': 'token-77' }
  expect(redact('Basic abcdef, token-77, Old-passw0rd', headers, { currentPassword: 'Old-passw0rd' })).toBe(
    '[redacted], [redacted], [redacted]',
  )
})

test('leaves text without secrets alone', () => {
  expect(redact('Invalid username/password supplied.', { email: 'a@example.com', token: null, authKey: '' })).toBe(
    'Invalid username/password supplied.',
  )
})
