import { inspect } from 'node:util'
import { basePath } from '@soracom-fixtures/api'
import { authCalls } from './endpoints/auth.ts'
import { billCalls } from './endpoints/bills.ts'
import { type Call, type CallDescription, type CallResult, toRequest } from './endpoints/call.ts'
import { couponCalls } from './endpoints/coupons.ts'
import { groupCalls } from './endpoints/groups.ts'
import { operatorCalls } from './endpoints/operators.ts'
import { orderCalls } from './endpoints/orders.ts'
import { paymentMethodCalls } from './endpoints/payment-methods.ts'
import { productCalls } from './endpoints/products.ts'
import { queryCalls } from './endpoints/query.ts'
import { sandboxCalls } from './endpoints/sandbox.ts'
import { shippingAddressCalls } from './endpoints/shipping-addresses.ts'
import { simCalls } from './endpoints/sims.ts'
import { statsCalls } from './endpoints/stats.ts'
import { subscriberCalls } from './endpoints/subscribers.ts'
import { authenticate, type Credentials, type Identity } from './layers/authenticate.ts'
import { compose } from './layers/compose.ts'
import { limit } from './layers/limit.ts'
import { rate } from './layers/rate.ts'
import { retry } from './layers/retry.ts'
import { trace } from './layers/trace.ts'
import { type ClientOptions, type NormalizedOptions, normalizeOptions } from './options.ts'
import { assertSafeTarget } from './targets.ts'
import { createGotTransport } from './transport/got.ts'
import type { Transport } from './transport/transport.ts'
import { type CallContext, type CallRequest, isMutating, type Layer, type Reply, type Send } from './wire/request.ts'
import { type Failure, toMalformed, toRefusal, toSilence } from './wire/to-api-error.ts'
import { TransportError } from './wire/transport-error.ts'

type Endpoints = ReturnType<typeof toEndpoints>

/** A client of the SORACOM API, of the sandbox or an emulator of it. Prints without its credentials. */
export interface SoracomClient extends Endpoints {
  /** Without `/v1`. */
  readonly endpoint: string
  /** What it is authenticated with now; renewed by itself when the token expires. Readable, never printed. */
  readonly credentials: Credentials | undefined
  /** A client that is authenticated; shares connections and limits with this one. */
  as(credentials: Credentials): SoracomClient
  /**
   * A client whose calls are given up with the signal: none is begun after it, reads are cut off, and a change that was
   * sent already is waited for, so that it can be undone.
   */
  withSignal(signal: AbortSignal): SoracomClient
  /**
   * Any other call.
   *
   * @throws {SoracomApiError} when it does not succeed.
   * @example
   * const handlers = await client.request({ operationId: 'listEventHandlers', method: 'GET', path: '/event_handlers' })
   */
  request<Value = unknown>(description: CallDescription): Promise<Value>
}

/**
 * Makes a client.
 *
 * @throws {UnsafeTargetError} when the endpoint is neither the sandbox, nor loopback, nor allowed by name.
 * @example
 * const client = createClient({ endpoint: 'http://127.0.0.1:4010' })
 * const { apiKey, token, operatorId } = await client.auth.authenticate({ email, password })
 * const sims = client.as({ apiKey, token, operatorId }).subscribers.list()
 */
export function createClient(options: ClientOptions): SoracomClient {
  assertSafeTarget(options.endpoint, options.allowHosts)
  const normalized = normalizeOptions(options)
  const transport = options.transport ?? createGotTransport(normalized)
  return toClient({ options: normalized, transport, limiter: limit(normalized.maxInFlight) }, undefined, undefined)
}

// What all copies of a client share.
interface Shared {
  readonly options: NormalizedOptions
  readonly transport: Transport
  readonly limiter: Layer
}

interface Identified {
  readonly identity: Identity | undefined
  readonly send: Send
}

function toClient(shared: Shared, identified: Identified | undefined, signal: AbortSignal | undefined): SoracomClient {
  const { endpoint } = shared.options
  const { identity, send } = identified ?? identify(shared, undefined)
  const call: Call = async <Value>(description: CallDescription) =>
    await makeCall<Value>(shared, identity, send, signal, description)
  const shown = () => ({ endpoint, operatorId: identity?.current.operatorId })
  const client = {
    ...toEndpoints(call),
    endpoint,
    as: (credentials: Credentials) => toClient(shared, identify(shared, credentials), signal),
    withSignal: (bound: AbortSignal) => toClient(shared, { identity, send }, bound),
    request: async <Value>(description: CallDescription) => (await call<Value>(description)).value,
  }
  return Object.defineProperties(client, {
    credentials: { get: () => identity?.current, enumerable: false },
    toJSON: { value: shown, enumerable: false },
    [inspect.custom]: { value: () => `SoracomClient ${inspect(shown())}`, enumerable: false },
  }) as unknown as SoracomClient
}

function toEndpoints(call: Call) {
  return {
    sandbox: sandboxCalls(call),
    auth: authCalls(call),
    operators: operatorCalls(call),
    shippingAddresses: shippingAddressCalls(call),
    products: productCalls(call),
    orders: orderCalls(call),
    subscribers: subscriberCalls(call),
    sims: simCalls(call),
    groups: groupCalls(call),
    stats: statsCalls(call),
    coupons: couponCalls(call),
    paymentMethods: paymentMethodCalls(call),
    bills: billCalls(call),
    query: queryCalls(call),
  }
}

// The layers of one identity; a limit on calls in flight is shared by all, a rate limit is each operator's own.
function identify({ options, transport, limiter }: Shared, credentials: Credentials | undefined): Identified {
  const identity = credentials ? { current: credentials, renewal: undefined } : undefined
  const { clock, deadlineMs, onCall } = options
  const layers = [
    limiter,
    retry({ clock, deadlineMs }),
    authenticate(identity),
    rate({ clock }),
    trace({ onCall, clock, operatorId: credentials?.operatorId }),
  ]
  return { identity, send: compose(layers, toSend(options, transport)) }
}

function toSend(options: NormalizedOptions, transport: Transport): Send {
  const fixed = { ...options.headers, 'x-soracom-lang': options.language, accept: 'application/json' }
  return async (request: CallRequest, { signal }: CallContext): Promise<Reply> => {
    const { method, path, query, body, headers } = request
    const json = body === undefined ? undefined : JSON.stringify(body)
    return await transport({
      method,
      url: `${options.endpoint}${basePath}${path}${query}`,
      headers: { ...fixed, ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      body: json,
      timeoutMs: options.callTimeoutMs,
      signal: isMutating(request) ? undefined : signal,
    })
  }
}

async function makeCall<Value>(
  { options }: Shared,
  identity: Identity | undefined,
  send: Send,
  signal: AbortSignal | undefined,
  description: CallDescription,
): Promise<CallResult<Value>> {
  const request = toRequest(description)
  let attempts = 0
  const failure = (): Failure => ({
    request,
    endpoint: options.endpoint,
    credentials: identity?.current,
    attempts,
    nowMs: options.clock.now(),
  })
  let reply: Reply
  try {
    const onAttempt = (number: number) => {
      attempts = number
    }
    reply = await send(request, { attempt: 1, signal, onAttempt })
  } catch (error) {
    throw error instanceof TransportError ? toSilence(error, failure()) : error
  }
  if (reply.status >= 300) throw toRefusal(reply, failure())
  if (reply.text.trim() === '') return { value: undefined as Value, reply }
  try {
    return { value: JSON.parse(reply.text) as Value, reply }
  } catch {
    throw toMalformed(reply, failure())
  }
}
