import type { EmulatorReply } from '../http/message.ts'
import { toErrorReply } from '../http/to-reply.ts'
import { ApiFailure } from '../operations/api-failure.ts'
import type { MetFaults } from './faults.ts'
import { toLimitHeaders } from './rate-limiter.ts'

/**
 * What a fault makes of a call. `reach` lets the call have its effect and gives its answer; `expireToken` ends the life of
 * its token.
 */
export function answerFault(
  { fault, ids }: MetFaults,
  language: string | undefined,
  reach: () => EmulatorReply,
  expireToken: () => void,
): EmulatorReply {
  if (!fault) return reach()
  const header = { 'x-soracom-emulator-fault': ids.at(-1) ?? '' }
  if (fault.kind === 'expiredToken') {
    expireToken()
    return reach()
  }
  if (fault.kind === 'cutBody') return cut(reach(), header)
  if (fault.kind === 'tooManyRequests') {
    const { retryAfterSeconds = 1 } = fault
    const reply = toErrorReply(new ApiFailure('EMU0019'), language)
    const limits = toLimitHeaders({ limit: seenLimit, remaining: 0, seconds: retryAfterSeconds })
    return { ...reply, headers: { ...reply.headers, ...limits, 'retry-after': String(retryAfterSeconds), ...header } }
  }
  if (fault.when === 'after') reach()
  if (fault.kind === 'reset') return { status: 0, headers: {}, body: '', connection: 'reset' }
  const reply = fault.kind === 'internalError' ? internalError(language) : pages[fault.kind]
  return { ...reply, headers: { ...reply.headers, ...header } }
}

// The limit in the sample answer of the service's documentation.
const seenLimit = 1000

function internalError(language: string | undefined): EmulatorReply {
  return toErrorReply(new ApiFailure('COM0003', ['injected by the test']), language)
}

const pages: Readonly<Record<'gatewayError' | 'badGateway' | 'serviceUnavailable', EmulatorReply>> = {
  gatewayError: {
    status: 500,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: '{"code":"AGW0005","message":"Internal error"}',
  },
  badGateway: {
    status: 502,
    headers: { 'content-type': 'text/html' },
    body: '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><h1>502 Bad Gateway</h1></body>\r\n</html>\r\n',
  },
  serviceUnavailable: {
    status: 503,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    body: 'Service Unavailable\n',
  },
}

// The length is that of the whole body, so that a client can tell.
function cut(reply: EmulatorReply, header: Readonly<Record<string, string>>): EmulatorReply {
  if (reply.body === '') return { status: 0, headers: {}, body: '', connection: 'reset' }
  const headers = { ...reply.headers, ...header, 'content-length': String(Buffer.byteLength(reply.body)) }
  return { ...reply, headers, body: reply.body.slice(0, reply.body.length >> 1), connection: 'cut' }
}
