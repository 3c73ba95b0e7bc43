import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** A request as the server of a test got it. */
export interface Seen {
  readonly method: string
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

/** What the server of a test does with one request. */
export type Step = (response: ServerResponse, seen: Seen) => unknown

/** A server of a test: does its steps in order, the last one again and again. Closed with the test. */
export async function serve(...steps: readonly Step[]): Promise<{ endpoint: string; requests: Seen[] }> {
  const requests: Seen[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const seen = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body }
    requests.push(seen)
    await steps[Math.min(requests.length, steps.length) - 1]?.(response, seen)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return { endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests }
}

/** Answers JSON. */
export function answer(status: number, body?: unknown, headers: Readonly<Record<string, string>> = {}): Step {
  return (response) => {
    response.writeHead(status, { 'content-type': 'application/json;charset=UTF-8', ...headers })
    response.end(body === undefined ? '' : JSON.stringify(body))
  }
}

/** Answers text. */
export function say(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Step {
  return (response) => {
    response.writeHead(status, headers)
    response.end(text)
  }
}

/** Cuts the connection without an answer. */
export const cut: Step = (response) => response.socket?.destroy()

/** Never answers. */
export const hang: Step = () => {}

/** Cuts the connection in the middle of the body. */
export function cutAfter(text: string): Step {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(text.length + 100) })
    response.write(text, () => response.socket?.destroy())
  }
}
