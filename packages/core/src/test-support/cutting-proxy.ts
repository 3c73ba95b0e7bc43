import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

/**
 * When the connection is cut: `before` the request has an effect, `after` it, with the answer lost, or at once with the
 * effect coming `late`, just before the next request of the same kind.
 */
export type Cut = 'before' | 'after' | 'late'

/** A proxy of a test that cuts connections. */
export interface CuttingProxy {
  /** Without `/v1`. */
  readonly endpoint: string
  /** What was sent through it so far, such as `PUT /v1/orders/…/confirm`. */
  readonly seen: readonly string[]
  /** The bodies of those requests. */
  readonly bodies: readonly string[]
  /** Cuts the next connections that carry such a request; once unless told. */
  cut(request: RegExp, when: Cut, times?: number): void
  /** Answers the next such request with this status and its own body, before or after its effect. */
  spoil(request: RegExp, when: 'before' | 'after', status: number): void
  /** Answers the next such requests with this instead, as a target does that is not consistent yet. */
  lag(request: RegExp, times: number, status: number, body: unknown): void
}

interface Rule {
  readonly request: RegExp
  readonly when: Cut
  readonly status?: number
  readonly body?: string
  times: number
}

/** Starts a proxy in front of a server; it ends with the test. */
export async function startCuttingProxy(target: string): Promise<CuttingProxy> {
  const rules: Rule[] = []
  const seen: string[] = []
  const bodies: string[] = []
  let late: { readonly request: RegExp; forward(): Promise<unknown> } | undefined
  const server = createServer(async (request, response) => {
    const line = `${request.method} ${request.url}`
    const body = await text(request)
    seen.push(line)
    bodies.push(body)
    const forward = () => pass(target, request, body)
    const rule = rules.find((one) => one.times > 0 && one.request.test(line))
    if (!rule) {
      if (late?.request.test(line)) {
        await late.forward()
        late = undefined
      }
      return await answer(response, await forward())
    }
    rule.times -= 1
    if (rule.when === 'late') late = { request: rule.request, forward }
    if (rule.when === 'after') await forward()
    if (rule.status === undefined) request.socket.destroy()
    else response.writeHead(rule.status).end(rule.body ?? body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    bodies,
    cut: (request, when, times = 1) => rules.push({ request, when, times }),
    spoil: (request, when, status) => rules.push({ request, when, status, times: 1 }),
    lag: (request, times, status, body) =>
      rules.push({ request, when: 'before', status, times, body: JSON.stringify(body) }),
  }
}

async function pass(target: string, { method = 'GET', url, headers }: IncomingMessage, body: string) {
  const { host: _, connection: __, 'content-length': ___, ...kept } = headers
  return await fetch(`${target}${url}`, {
    method,
    headers: kept as Record<string, string>,
    ...(body === '' ? {} : { body }),
  })
}

async function answer(response: ServerResponse, reply: Response): Promise<void> {
  const body = await reply.text()
  const {
    'content-length': _,
    connection: __,
    'transfer-encoding': ___,
    ...headers
  } = Object.fromEntries(reply.headers)
  response.writeHead(reply.status, headers).end(body)
}
