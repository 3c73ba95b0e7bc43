import { createPrivateKey, createPublicKey } from 'node:crypto'

/** A key pair as WireGuard writes it: 32 bytes in base64 each. */
export interface WireGuardKeys {
  readonly privateKey: string
  readonly publicKey: string
}

/** Makes the key pair of a virtual SIM from 64 hexadecimal digits. Its curve is X25519. */
export function toWireGuardKeys(hex: string): WireGuardKeys {
  const raw = Buffer.from(hex, 'hex')
  // WireGuard writes a private key with these bits set as the curve wants them.
  raw[0] = (raw[0] ?? 0) & 248
  raw[31] = ((raw[31] ?? 0) & 127) | 64
  const key = createPrivateKey({ key: Buffer.concat([derHead, raw]), format: 'der', type: 'pkcs8' })
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' })
  return { privateKey: raw.toString('base64'), publicKey: Buffer.from(x, 'base64url').toString('base64') }
}

// What stands before the 32 bytes of an X25519 key in PKCS #8.
const derHead = Buffer.from('302e020100300506032b656e04220420', 'hex')
