import type { Got, RequestError } from 'got'
import { TransportError } from '../wire/transport-error.ts'
import type { Transport, WireReply } from './transport.ts'

const longestConnectMs = 10_000

/** Carries requests with got, which is loaded with the first of them. Keeps connections open. */
export function createGotTransport({ maxInFlight }: { readonly maxInFlight: number }): Transport {
  let loaded: Promise<Got> | undefined
  return async ({ method, url, headers, body, timeoutMs, signal }) => {
    loaded ??= import('./load-got.ts').then(({ loadGot }) => loadGot(maxInFlight))
    const got = await loaded
    const connectMs = Math.min(timeoutMs, longestConnectMs)
    try {
      const response = await got(url, {
        method: method as 'GET',
        headers: { ...headers },
        ...(body === undefined ? {} : { body }),
        ...(method === 'GET' && body !== undefined ? { allowGetBody: true } : {}),
        timeout: { lookup: connectMs, connect: connectMs, secureConnect: connectMs, request: timeoutMs },
        ...(signal ? { signal } : {}),
      })
      return { status: response.statusCode, headers: toPlainHeaders(response.headers), text: response.body }
    } catch (error) {
      signal?.throwIfAborted()
      throw toTransportError(error as RequestError)
    }
  }
}

function toPlainHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): WireReply['headers'] {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  )
}

// Failures before a connection is there: the request cannot have left.
const notSent = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])
const connecting = new Set(['lookup', 'connect', 'secureConnect'])

// got's own error holds the request with its body, so nothing of it is kept but text and code.
function toTransportError(error: RequestError & { readonly event?: string }): TransportError {
  const { code, message, event } = error
  const sent = notSent.has(code) || (code === 'ETIMEDOUT' && connecting.has(event ?? '')) ? 'no' : 'maybe'
  return new TransportError(message || code, sent, code)
}
