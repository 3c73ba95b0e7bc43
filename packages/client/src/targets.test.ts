import { describe, expect, test } from 'vitest'
import { createClient } from './create-client.ts'
import { assertSafeTarget } from './targets.ts'
import { UnsafeTargetError } from './wire/errors.ts'

test.each([
  'https://api-sandbox.soracom.io',
  'https://g.api-sandbox.soracom.io/v1',
  'https://API-SANDBOX.soracom.io:443',
  'http://localhost:4010',
  'http://127.0.0.1:1',
  'http://127.255.0.9',
  'http://[::1]:4010',
  // One address in other words: the URL's parser says 127.0.0.1.
  'http://2130706433:4010',
  'http://0x7f.1',
])('%s is called', (endpoint) => {
  expect(() => assertSafeTarget(endpoint)).not.toThrow()
})

test.each([
  'https://api.soracom.io',
  'https://g.api.soracom.io',
  'https://jp.api.soracom.io/v1',
  'https://api-sandbox.soracom.io.example.com',
  'https://example.com/api-sandbox.soracom.io',
  'https://127.0.0.1.example.com',
  'http://128.0.0.1',
  'http://0.0.0.0',
  'https://localhost.example.com',
  'https://api-sandbox.soracom.io@example.com',
  'https://user:pass@api-sandbox.soracom.io',
  'http://127.0.0.1:4010?x=1',
  'ftp://127.0.0.1',
  'https://api.soracom.io.',
  'https://api-sandbox.soracom.io.',
  'https://api.soracom.io:443/v1',
  'https://API.SORACOM.IO',
  'https://api%2Esoracom.io',
  // Letters that look like others: Cyrillic а and о, a full-width full stop, a dotless ı.
  'https://\u0430pi-sandbox.soracom.io',
  'https://api-sandbox.s\u043eracom.io',
  'https://api\uff0esoracom.io',
  'https://ap\u0131-sandbox.soracom.io',
  'http://[::ffff:127.0.0.1]',
  'http://[::ffff:203.0.113.7]',
  'http://[::]',
  'http://169.254.169.254',
  'https://127.0.0.1@example.com',
  'api-sandbox.soracom.io',
  '',
])('%s is refused', (endpoint) => {
  expect(() => assertSafeTarget(endpoint)).toThrow(UnsafeTargetError)
})

describe('allowHosts', () => {
  test('allows a host on every port, or on one', () => {
    expect(() => assertSafeTarget('http://emulator:4010', ['Emulator'])).not.toThrow()
    expect(() => assertSafeTarget('http://emulator:4010', ['emulator:4010'])).not.toThrow()
    expect(() => assertSafeTarget('http://emulator:4011', ['emulator:4010'])).toThrow(UnsafeTargetError)
  })

  test('allows no host by a part of its name', () => {
    expect(() => assertSafeTarget('https://api.soracom.io', ['soracom.io', '*', '*.soracom.io'])).toThrow(
      UnsafeTargetError,
    )
  })

  test('allows a production host only by its very name', () => {
    expect(() => assertSafeTarget('https://g.api.soracom.io', ['api.soracom.io'])).toThrow(UnsafeTargetError)
    expect(() => assertSafeTarget('https://api.soracom.io', ['api.soracom.io'])).not.toThrow()
  })
})

test('a refusal says what was asked, what is allowed and how to allow it', () => {
  expect(() => assertSafeTarget('https://api.soracom.io', ['emulator'])).toThrow(
    'Calls to api.soracom.io, the production API, are refused, and nothing was sent: only the API Sandbox ' +
      '(api-sandbox.soracom.io, g.api-sandbox.soracom.io), loopback and allowHosts (emulator) are called. If you mean ' +
      'another host in so many words, name it: allowHosts: ["api.soracom.io"] (SORACOM_FIXTURES_ALLOW_HOSTS).',
  )
})

test('a refusal tells no password of the endpoint', () => {
  for (const endpoint of ['https://user:hunter2@example.com', 'ftp://user:hunter2@example.com', 'user:hunter2@x y']) {
    expect(String(refusalOf(endpoint))).not.toContain('hunter2')
  }
})

test('a client of a refused target is not made, and the refusal is known by its brand', () => {
  let refusal: unknown
  try {
    createClient({ endpoint: 'https://api.soracom.io' })
  } catch (error) {
    refusal = error
  }
  expect(UnsafeTargetError.is(refusal)).toBe(true)
  expect(refusal).toMatchObject({ name: 'UnsafeTargetError', host: 'api.soracom.io' })
})

function refusalOf(endpoint: string): unknown {
  try {
    assertSafeTarget(endpoint)
  } catch (error) {
    return error
  }
}
