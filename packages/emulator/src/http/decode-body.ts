import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { ApiFailure } from '../operations/api-failure.ts'

/**
 * A body as it was before a client compressed it.
 *
 * @param encoding The value of `Content-Encoding`.
 * @param limitBytes The most that may come out of it, however little came in.
 * @throws {ApiFailure} 413 for more, 400 for a body that is not of the encoding, 415 for an encoding that is not known.
 */
export function decodeBody(body: Uint8Array, encoding: string, limitBytes: number): Uint8Array {
  const name = encoding.trim().toLowerCase()
  const decode = Object.hasOwn(decoders, name) ? decoders[name] : undefined
  if (!decode) throw new ApiFailure('EMU0229', [encoding.slice(0, 100), 'gzip, deflate, br'])
  // No body is none, whatever it would have been compressed by.
  if (body.length === 0) return body
  try {
    return decode(body, { maxOutputLength: limitBytes })
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new ApiFailure('EMU0002', [limitBytes])
    throw new ApiFailure('EMU0228', [name, code])
  }
}

type Decode = (body: Uint8Array, options: { readonly maxOutputLength: number }) => Uint8Array

const decoders: Readonly<Record<string, Decode>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflate,
  br: brotliDecompressSync,
  identity: (body) => body,
}

// The name means zlib's format, and clients were always found that send what is inside of it.
function inflate(body: Uint8Array, options: { readonly maxOutputLength: number }): Uint8Array {
  return isZlib(body) ? inflateSync(body, options) : inflateRawSync(body, options)
}

// RFC 1950: the method is 8, and the first two bytes are a multiple of 31.
function isZlib([first = 0, second = 0]: Uint8Array): boolean {
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0
}
