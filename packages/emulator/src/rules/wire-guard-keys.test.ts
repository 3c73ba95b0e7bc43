import { createPrivateKey, createPublicKey, diffieHellman } from 'node:crypto'
import { expect, test } from 'vitest'
import { toWireGuardKeys, type WireGuardKeys } from './wire-guard-keys.ts'

test('two key pairs agree on a secret, as the ends of a tunnel do', () => {
  const [one, other] = [toWireGuardKeys('1f'.repeat(32)), toWireGuardKeys('a7'.repeat(32))]
  expect(agree(one, other)).toEqual(agree(other, one))
  expect(one.publicKey).not.toBe(other.publicKey)
})

test('keys are 32 bytes in base64, the private one with the bits set that its curve wants', () => {
  const { privateKey, publicKey } = toWireGuardKeys('ff'.repeat(32))
  expect(Buffer.from(publicKey, 'base64')).toHaveLength(32)
  expect(Buffer.from(privateKey, 'base64').toString('hex')).toBe(`f8${'ff'.repeat(30)}7f`)
})

function agree({ privateKey, publicKey: ownKey }: WireGuardKeys, { publicKey: otherKey }: WireGuardKeys): Buffer {
  const jwk = { kty: 'OKP', crv: 'X25519' }
  const toPart = (key: string) => Buffer.from(key, 'base64').toString('base64url')
  return diffieHellman({
    privateKey: createPrivateKey({ key: { ...jwk, d: toPart(privateKey), x: toPart(ownKey) }, format: 'jwk' }),
    publicKey: createPublicKey({ key: { ...jwk, x: toPart(otherKey) }, format: 'jwk' }),
  })
}
