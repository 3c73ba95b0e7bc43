import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { nodeCrypto } from '../kit/node-crypto.ts'

const algorithm = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

/**
 * Writes a value so that nobody reads it without the key: what processes of one run share has tokens in it, and no secret
 * stands readable on the disk. Replaces the file as a whole.
 */
export function writeSealed(path: string, key: Uint8Array, value: unknown): void {
  const iv = nodeCrypto().randomBytes(ivBytes)
  const cipher = nodeCrypto().createCipheriv(algorithm, key, iv)
  const sealed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  const beside = `${path}.${nodeCrypto().randomBytes(4).toString('hex')}`
  writeFileSync(beside, Buffer.concat([iv, cipher.getAuthTag(), sealed]), { mode: 0o600 })
  renameSync(beside, path)
}

/** Reads a sealed value; nothing where there is no such file, or it was sealed with another key. */
export function readSealed(path: string, key: Uint8Array): unknown {
  let bytes: Buffer
  try {
    bytes = readFileSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  const decipher = nodeCrypto().createDecipheriv(algorithm, key, bytes.subarray(0, ivBytes))
  decipher.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes))
  try {
    const text = Buffer.concat([decipher.update(bytes.subarray(ivBytes + tagBytes)), decipher.final()])
    return JSON.parse(text.toString('utf8'))
  } catch {
    // Another key, or a file that was cut short: nothing in it can be used.
    return undefined
  }
}
