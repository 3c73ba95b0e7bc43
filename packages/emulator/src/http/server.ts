import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ApiFailure } from '../operations/api-failure.ts'
import type { EmulatorReply, EmulatorRequest } from './message.ts'
import { toErrorReply } from './to-reply.ts'

/** A server that listens. */
export interface ListeningServer {
  readonly port: number
  /** Stops listening and drops what is still connected. */
  close(): Promise<void>
}

/** Serves an application over HTTP. The only file that knows `node:http`. */
export async function listen(
  handle: (request: EmulatorRequest) => EmulatorReply | Promise<EmulatorReply>,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<ListeningServer> {
  const server = createServer((request, response) => {
    serve(handle, request, response).catch(() => response.destroy())
  })
  // A server that hangs up on an idle connection meets the client's next call on it now and then, and that call fails.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const bodyLimitBytes = 5 * 1024 * 1024

async function serve(
  handle: (request: EmulatorRequest) => EmulatorReply | Promise<EmulatorReply>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', url = '/', headers } = request
  const body = await readBody(request)
  if (body === undefined) {
    // What is left of the body is not read, and so the connection cannot be used again.
    const { 'x-soracom-lang': language } = headers
    const tooLarge = toErrorReply(
      new ApiFailure('EMU0002', [bodyLimitBytes]),
      typeof language === 'string' ? language : undefined,
    )
    send(response, { ...tooLarge, headers: { ...tooLarge.headers, connection: 'close' } })
    return
  }
  send(response, await handle({ method, url, headers, body, remoteAddress: request.socket.remoteAddress }))
}

// The body, or nothing when it is too large.
async function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers
  if (encoding === undefined && (length === undefined || length === '0')) return new Uint8Array()
  if (Number(length) > bodyLimitBytes) return undefined
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > bodyLimitBytes) {
        request.pause()
        resolve(undefined)
        return
      }
      chunks.push(chunk)
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', reject)
  })
}

function send(response: ServerResponse, { status, headers, body }: EmulatorReply): void {
  if (response.destroyed) return
  response.writeHead(status, { ...headers, ...(status === 204 ? {} : { 'content-length': Buffer.byteLength(body) }) })
  response.end(body)
}
