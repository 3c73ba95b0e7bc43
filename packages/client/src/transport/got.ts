import type { Got, RequestError } from 'got'
import { TransportError } from '../wire/transport-error.ts'
import type { Transport, WireReply } from './transport.ts'

/** Carries requests with got, which is loaded with the first of them. Keeps connections open. */
export function createGotTransport({ maxInFlight }: { readonly maxInFlight: number }): Transport {
  let loaded: Promise<Got> | undefined
  return async ({ method, url, headers, body, timeoutMs, signal }) => {
    loaded ??= load(maxInFlight)
    const got = await loaded
    try {
      const response = await got(url, {
        method: method as 'GET',
        headers: { ...headers },
        ...(body === undefined ? {} : { body }),
        ...(method === 'GET' && body !== undefined ? { allowGetBody: true } : {}),
        timeout: { request: timeoutMs },
        ...(signal ? { signal } : {}),
      })
      return { status: response.statusCode, headers: toPlainHeaders(response.headers), text: response.body }
    } catch (error) {
      signal?.throwIfAborted()
      throw toTransportError(error as RequestError)
    }
  }
}

async function load(maxInFlight: number): Promise<Got> {
  const [{ default: got }, { Agent: HttpAgent }, { Agent: HttpsAgent }] = await Promise.all([
    import('got'),
    import('node:http'),
    import('node:https'),
  ])
  const options = { keepAlive: true, maxSockets: maxInFlight, maxFreeSockets: maxInFlight }
  return got.extend({
    agent: { http: new HttpAgent(options), https: new HttpsAgent(options) },
    retry: { limit: 0 },
    throwHttpErrors: false,
    followRedirect: false,
    responseType: 'text',
  })
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

// got's own error holds the request with its body, so nothing of it is kept but text and code.
function toTransportError({ code, message }: RequestError): TransportError {
  return new TransportError(message || code, notSent.has(code) ? 'no' : 'maybe', code)
}
