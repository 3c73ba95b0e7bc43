// As a whole, not by name: so the bundler gives its helpers a file apart from got's, which the CommonJS build would
// otherwise load at once.
import util from 'node:util'
import { authCalls } from './endpoints/auth.ts'
import { billCalls } from './endpoints/bills.ts'
import type { Call, CallDescription } from './endpoints/call.ts'
import { couponCalls } from './endpoints/coupons.ts'
import { groupCalls } from './endpoints/groups.ts'
import { operatorCalls } from './endpoints/operators.ts'
import { orderCalls } from './endpoints/orders.ts'
import { paymentMethodCalls } from './endpoints/payment-methods.ts'
import { productCalls } from './endpoints/products.ts'
import { queryCalls } from './endpoints/query.ts'
import { type RequestOptions, toDescription } from './endpoints/request-options.ts'
import { roleCalls } from './endpoints/roles.ts'
import { sandboxCalls } from './endpoints/sandbox.ts'
import { shippingAddressCalls } from './endpoints/shipping-addresses.ts'
import { simCalls } from './endpoints/sims.ts'
import { statsCalls } from './endpoints/stats.ts'
import { subscriberCalls } from './endpoints/subscribers.ts'
import { userCalls } from './endpoints/users.ts'
import { authenticate, type Credentials, type Identity } from './layers/authenticate.ts'
import { compose } from './layers/compose.ts'
import { letManyListen } from './layers/let-many-listen.ts'
import { limit } from './layers/limit.ts'
import { loadLate } from './layers/load-late.ts'
import { paced } from './layers/paced.ts'
import { rate } from './layers/rate.ts'
import { trace } from './layers/trace.ts'
import { makeCall } from './make-call.ts'
import { type ClientOptions, type NormalizedOptions, normalizeOptions } from './options.ts'
import { assertSafeTarget } from './targets.ts'
import { download } from './transport/download.ts'
import { createGotTransport } from './transport/got.ts'
import { toSend } from './transport/to-send.ts'
import type { Transport } from './transport/transport.ts'
import type { Layer, Send } from './wire/request.ts'

type Endpoints = ReturnType<typeof toEndpoints>

/** A client of the SORACOM API, of the sandbox or an emulator of it. Prints without its credentials. */
export interface SoracomClient extends Endpoints {
  /** Without `/v1`. */
  readonly endpoint: string
  /** What it is authenticated with now; renewed by itself when the token expires. Readable, never printed. */
  readonly credentials: Credentials | undefined
  /** A client that is authenticated; shares connections and the limit on requests in flight with this one. */
  as(credentials: Credentials): SoracomClient
  /**
   * A client whose calls are given up with the signal (and with that of this client): none is begun after it, reads are
   * cut off, and a change that was sent already is waited for, so that it can be undone.
   */
  withSignal(signal: AbortSignal): SoracomClient
  /**
   * The text of an exported file, by the link that an export gave. Sends no credentials.
   *
   * @throws {Error} when it does not come; the link stands in no message, since whoever has it can read the file.
   */
  download(url: string): Promise<string>
  /**
   * Any other call, such as `GET /event_handlers`; the path is below `/v1`. Gives the JSON of its answer, or nothing.
   *
   * @throws {SoracomApiError} when it does not succeed.
   * @example
   * const handlers = await client.request('GET', '/event_handlers', { query: { target: 'operator' } })
   */
  request<Value = unknown>(method: CallDescription['method'], path: string, options?: RequestOptions): Promise<Value>
}

/**
 * Makes a client. Sends nothing, and loads nothing of the network, before the first call.
 *
 * @throws {UnsafeTargetError} when the endpoint is neither the sandbox, nor loopback, nor allowed by name.
 * @throws {RangeError} when an option has no meaning.
 * @example
 * const client = createClient({ endpoint: 'http://127.0.0.1:4010' })
 * const { apiKey, token, operatorId } = await client.auth.authenticate({ email, password })
 * for await (const sim of client.as({ apiKey, token, operatorId }).subscribers.list()) console.log(sim.imsi)
 */
export function createClient(options: ClientOptions): SoracomClient {
  assertSafeTarget(options.endpoint, options.allowHosts)
  const normalized = normalizeOptions(options)
  const transport = options.transport ?? createGotTransport(normalized)
  const shared = { options: normalized, transport, limiter: limit(normalized.maxInFlight), pace: options.pace }
  return toClient(shared, identify(shared, undefined), options.signal)
}

// What all copies of a client share.
interface Shared {
  readonly options: NormalizedOptions
  readonly transport: Transport
  readonly limiter: Layer
  readonly pace: ClientOptions['pace']
}

interface Identified {
  readonly identity: Identity | undefined
  readonly send: Send
}

function toClient(shared: Shared, { identity, send }: Identified, signal: AbortSignal | undefined): SoracomClient {
  const { endpoint } = shared.options
  // Every call that waits listens to it.
  if (signal) letManyListen(signal)
  const call: Call = async <Value>(description: CallDescription) =>
    await makeCall<Value>({ options: shared.options, identity, send, signal }, description)
  const shown = () => ({ endpoint, operatorId: identity?.current.operatorId })
  const client = {
    ...toEndpoints(call),
    endpoint,
    as: (credentials: Credentials) => toClient(shared, identify(shared, credentials), signal),
    withSignal: (bound: AbortSignal) =>
      toClient(shared, { identity, send }, signal ? AbortSignal.any([signal, bound]) : bound),
    download: async (url: string) => await download(shared, url, signal),
    request: async <Value>(method: CallDescription['method'], path: string, options?: RequestOptions) =>
      (await call<Value>(toDescription(method, path, options))).value,
  }
  const hidden = Object.defineProperties(client, {
    credentials: { get: () => identity?.current, enumerable: false },
    toJSON: { value: shown, enumerable: false },
    [util.inspect.custom]: { value: () => `SoracomClient ${util.inspect(shown())}`, enumerable: false },
  })
  return Object.freeze(hidden) as unknown as SoracomClient
}

function toEndpoints(call: Call) {
  return {
    sandbox: sandboxCalls(call),
    auth: authCalls(call),
    operators: operatorCalls(call),
    users: userCalls(call),
    roles: roleCalls(call),
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

// The layers of one identity, the outermost first. The limit on requests in flight is shared by all, and held by none
// that waits to be sent again; a rate limit is each operator's own.
function identify({ options, transport, limiter, pace }: Shared, credentials: Credentials | undefined): Identified {
  const identity = credentials ? { current: credentials, renewal: undefined } : undefined
  const { clock, mostAttempts, onCall, retryBudget: budget } = options
  const layers = [
    authenticate(identity),
    loadLate(async () => (await import('./layers/retry.ts')).retry({ clock, mostAttempts, budget })),
    rate({ clock }),
    ...(pace ? [paced(pace)] : []),
    limiter,
    trace({ onCall, clock, operatorId: credentials?.operatorId }),
  ]
  return { identity, send: compose(layers, toSend(options, transport)) }
}
