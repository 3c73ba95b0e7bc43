import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * The code of a moment by RFC 6238, as authenticators make it: SHA-1, six digits, a new one every 30 seconds.
 *
 * @param secretHex The shared secret, in hexadecimal digits.
 */
export function toTotpCode(secretHex: string, timeMs: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.max(0, Math.floor(timeMs / stepMs))))
  const mac = createHmac('sha1', Buffer.from(secretHex, 'hex')).update(counter).digest()
  const offset = mac.readUInt8(mac.length - 1) & 0x0f
  const number = (mac.readUInt32BE(offset) & 0x7fff_ffff) % 1_000_000
  return String(number).padStart(6, '0')
}

/** Whether a code is that of a moment, or of the 30 seconds before or after, since clocks differ. */
export function isTotpCode(secretHex: string, code: string, timeMs: number): boolean {
  return [-stepMs, 0, stepMs].some((shiftMs) => isSame(code, toTotpCode(secretHex, timeMs + shiftMs)))
}

/** What an authenticator is set up with, as a QR code shows it: the secret in base 32, and whose it is. */
export function toTotpUri(secretHex: string, account: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${toBase32(secretHex)}&issuer=${encodeURIComponent(issuer)}`
}

const stepMs = 30_000
const issuer = 'SORACOM'

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function toBase32(hex: string): string {
  const bits = [...Buffer.from(hex, 'hex')].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map((group) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(group.padEnd(5, '0'), 2)]).join('')
}
