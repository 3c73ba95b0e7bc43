import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { EmulatorReply, EmulatorRequest } from './message.ts'
import { bodyLimitBytes } from './read-body.ts'

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

async function serve(
  handle: (request: EmulatorRequest) => EmulatorReply | Promise<EmulatorReply>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'GET', url = '/', headers, socket } = request
  const read = hasBody(request) ? await readBody(request, limitOf(url)) : noBody
  const reply = await handle({ method, url, headers, remoteAddress: socket.remoteAddress, ...read })
  // What is left of a body that is too large is not read, and so the connection cannot be used again.
  send(response, read.isBodyTooLarge ? { ...reply, headers: { ...reply.headers, connection: 'close' } } : reply)
}

type ReadBody = Pick<EmulatorRequest, 'body' | 'isBodyTooLarge'>

const noBody: ReadBody = Object.freeze({ body: '' })

function hasBody({ headers }: IncomingMessage): boolean {
  const { 'content-length': length, 'transfer-encoding': encoding } = headers
  return encoding !== undefined || (length !== undefined && length !== '0')
}

// A whole state is larger than any call of the API.
function limitOf(url: string): number {
  return url.startsWith('/_emulator/state') ? stateLimitBytes : bodyLimitBytes
}

const stateLimitBytes = 512 * 1024 * 1024

async function readBody(request: IncomingMessage, limitBytes: number): Promise<ReadBody> {
  if (Number(request.headers['content-length']) > limitBytes) return { isBodyTooLarge: true }
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > limitBytes) {
        request.pause()
        resolve({ isBodyTooLarge: true })
        return
      }
      chunks.push(chunk)
    })
    request.on('end', () => resolve({ body: chunks.length === 1 ? chunks[0] : Buffer.concat(chunks) }))
    request.on('error', reject)
  })
}

function send(response: ServerResponse, { status, headers, body, connection }: EmulatorReply): void {
  if (response.destroyed) return
  if (connection === 'reset') {
    response.socket?.resetAndDestroy()
    return
  }
  response.writeHead(status, {
    ...(status === 204 ? {} : { 'content-length': Buffer.byteLength(body) }),
    ...headers,
  })
  if (connection === 'cut') response.write(body, () => response.destroy())
  else response.end(body)
}
