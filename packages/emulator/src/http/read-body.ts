import { isUtf8 } from 'node:buffer'
import { ApiFailure } from '../operations/api-failure.ts'
import { isDeeperThan } from '../rules/json-depth.ts'
import { decodeBody } from './decode-body.ts'
import { type ReceivedRequest, readHeader } from './message.ts'

/** The largest body of a request, before it was compressed too. A whole state is larger than any call of the API. */
export function bodyLimitOf(url: string): number {
  return url.startsWith('/_emulator/state') ? 512 * mebibyte : 5 * mebibyte
}

/** The body as text. */
export function readText(request: ReceivedRequest): string {
  const body = bodyOf(request)
  return typeof body === 'string' ? body : toText(body)
}

/** The body as JSON, whatever the content type says: clients send none, or text/plain. Nothing where there is no body. */
export function readJson(text: string, mostLevels = levelLimit): unknown {
  if (text === '') return undefined
  if (text.length > mostLevels && isDeeperThan(text, mostLevels)) throw new ApiFailure('EMU0227', [mostLevels])
  try {
    return JSON.parse(text)
  } catch (error) {
    if (text.trim() === '') return undefined
    throw new ApiFailure('EMU0001', [withoutExcerpt((error as Error).message)])
  }
}

/** The body as bytes. */
export function readBytes(request: ReceivedRequest): Uint8Array {
  const body = bodyOf(request)
  return typeof body === 'string' ? Buffer.from(body) : (body ?? new Uint8Array())
}

const mebibyte = 1024 * 1024
const levelLimit = 100

// Text was read by whoever calls in process; bytes may have been compressed.
function bodyOf(request: ReceivedRequest): ReceivedRequest['body'] {
  const { body, isBodyTooLarge, url } = request
  if (isBodyTooLarge) throw new ApiFailure('EMU0002', [bodyLimitOf(url)])
  if (typeof body === 'string' || body === undefined) return body
  const encoding = readHeader(request, 'content-encoding')
  return encoding ? decodeBody(body, encoding, bodyLimitOf(url)) : body
}

function toText(body: Uint8Array | undefined): string {
  if (body === undefined) return ''
  if (!isUtf8(body)) throw new ApiFailure('EMU0222')
  const buffer = Buffer.isBuffer(body) ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  return buffer.toString()
}

// The message quotes from the body, which may hold a password.
function withoutExcerpt(message: string): string {
  return message.replace(/,?\s*(\.{3})?".*$/s, '')
}
