import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { EmulatorReply, EmulatorRequest } from './message.ts'
import { bodyLimitOf } from './read-body.ts'

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
  const server = createServer((request, response) => serve(handle, request, response))
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

// Without promises where the answer is none: they would be a good part of what a call costs.
function serve(
  handle: (request: EmulatorRequest) => EmulatorReply | Promise<EmulatorReply>,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { method = 'GET', url = '/', headers, socket } = request
  const answer = (read: ReadBody) => {
    // What is left of a body that is too large is not read, and so the connection cannot be used again.
    const finish = (reply: EmulatorReply) =>
      send(response, read.isBodyTooLarge ? { ...reply, headers: { ...reply.headers, connection: 'close' } } : reply)
    try {
      const reply = handle({ method, url, headers, remoteAddress: socket.remoteAddress, ...read })
      if (reply instanceof Promise) reply.then(finish).catch(() => response.destroy())
      else finish(reply)
    } catch {
      response.destroy()
    }
  }
  if (hasBody(request)) readBody(request, bodyLimitOf(url), answer)
  else answer(noBody)
}

type ReadBody = Pick<EmulatorRequest, 'body' | 'isBodyTooLarge'>

const noBody: ReadBody = Object.freeze({ body: '' })

function hasBody({ headers }: IncomingMessage): boolean {
  const { 'content-length': length, 'transfer-encoding': encoding } = headers
  return encoding !== undefined || (length !== undefined && length !== '0')
}

// Gives the body once it is there. Of a client that hangs up before, nobody waits for an answer.
function readBody(request: IncomingMessage, limitBytes: number, done: (read: ReadBody) => void): void {
  if (Number(request.headers['content-length']) > limitBytes) {
    done({ isBodyTooLarge: true })
    return
  }
  const chunks: Buffer[] = []
  let bytes = 0
  const add = (chunk: Buffer) => {
    bytes += chunk.length
    chunks.push(chunk)
    if (bytes <= limitBytes) return
    request.off('data', add).off('end', end).pause()
    done({ isBodyTooLarge: true })
  }
  const end = () => done({ body: chunks.length === 1 ? chunks[0] : Buffer.concat(chunks) })
  request.on('data', add).on('end', end)
  request.on('error', () => request.destroy())
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
