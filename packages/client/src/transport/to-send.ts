import { basePath } from '@soracom-fixtures/api'
import type { NormalizedOptions } from '../options.ts'
import { isMutating, type Send } from '../wire/request.ts'
import { TransportError } from '../wire/transport-error.ts'
import { userAgent } from '../wire/user-agent.ts'
import type { Transport } from './transport.ts'

/** The innermost `send`: puts a request on the wire. A read is cut off by the signal, a change never. */
export function toSend(options: NormalizedOptions, transport: Transport): Send {
  const fixed = {
    'user-agent': userAgent,
    accept: 'application/json',
    ...options.headers,
    'x-soracom-lang': options.language,
  }
  return async (request, { signal, deadline }) => {
    const { method, path, query, body, headers } = request
    const json = body === undefined ? undefined : JSON.stringify(body)
    const timeoutMs = Math.min(options.callTimeoutMs, Math.floor(deadline.remainingMs()))
    if (timeoutMs <= 0) {
      throw new TransportError(
        `its ${options.deadlineMs} ms (deadlineMs) were over before it could be sent`,
        'no',
        'DEADLINE',
      )
    }
    const cut = isMutating(request) ? undefined : signal
    try {
      return await transport({
        method,
        url: `${options.endpoint}${basePath}${path}${query}`,
        headers: { ...fixed, ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        body: json,
        timeoutMs,
        signal: cut,
      })
    } catch (error) {
      if (TransportError.is(error)) throw error
      cut?.throwIfAborted()
      // A transport that breaks its promise: nobody knows how far it came.
      throw new TransportError(toText(error), 'maybe')
    }
  }
}

function toText(error: unknown): string {
  return String((error as { message?: unknown } | undefined)?.message ?? error)
}
