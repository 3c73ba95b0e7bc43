import { isUtf8 } from 'node:buffer'
import { ApiFailure } from '../operations/api-failure.ts'
import { isDeeperThan } from '../rules/json-depth.ts'
import type { EmulatorRequest } from './message.ts'

/** The largest body of a call. */
export const bodyLimitBytes: number = 5 * 1024 * 1024

/** The body as text. */
export function readText({ body, isBodyTooLarge }: EmulatorRequest): string {
  if (isBodyTooLarge) throw new ApiFailure('EMU0002', [bodyLimitBytes])
  return typeof body === 'string' ? body : toText(body)
}

/** The body as JSON, whatever the content type says: clients send none, or text/plain. Nothing where there is no body. */
export function readJson(text: string, mostLevels = levelLimit): unknown {
  if (text === '') return undefined
  if (isDeeperThan(text, mostLevels)) throw new ApiFailure('EMU0227', [mostLevels])
  try {
    return JSON.parse(text)
  } catch (error) {
    if (text.trim() === '') return undefined
    throw new ApiFailure('EMU0001', [withoutExcerpt((error as Error).message)])
  }
}

/** The body as bytes. */
export function readBytes({ body, isBodyTooLarge }: EmulatorRequest): Uint8Array {
  if (isBodyTooLarge) throw new ApiFailure('EMU0002', [bodyLimitBytes])
  return typeof body === 'string' ? Buffer.from(body) : (body ?? new Uint8Array())
}

const levelLimit = 100

function toText(body: Uint8Array | undefined): string {
  if (body === undefined) return ''
  if (!isUtf8(body)) throw new ApiFailure('EMU0222')
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString()
}

// The message quotes from the body, which may hold a password.
function withoutExcerpt(message: string): string {
  return message.replace(/,?\s*(\.{3})?".*$/s, '')
}
