import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type EmulatorReply, type ReceivedRequest, readHeader } from './message.ts'
import { bodyLimitOf } from './read-body.ts'

/** A server that listens. */
export interface ListeningServer {
  readonly port: number
  /** Stops listening and drops what is still connected. */
  close(): Promise<void>
}

/** Serves an application over HTTP. The only file that knows `node:http`. */
export async function listen(
  handle: (request: ReceivedRequest) => EmulatorReply | Promise<EmulatorReply>,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<ListeningServer> {
  const post = createOutbox()
  const server = createServer((request, response) => serve(handle, post, request, response))
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
  handle: (request: ReceivedRequest) => EmulatorReply | Promise<EmulatorReply>,
  post: Post,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { method = 'GET', url = '/', rawHeaders, socket } = request
  const answer = (read: ReadBody) => {
    // What is left of a body that is too large is not read, and so the connection cannot be used again.
    const finish = (reply: EmulatorReply) =>
      post(response, read.isBodyTooLarge ? { ...reply, headers: { ...reply.headers, connection: 'close' } } : reply)
    try {
      const { body, isBodyTooLarge } = read
      const reply = handle({ method, url, rawHeaders, remoteAddress: socket.remoteAddress, body, isBodyTooLarge })
      if (reply instanceof Promise) reply.then(finish).catch(() => response.destroy())
      else finish(reply)
    } catch {
      response.destroy()
    }
  }
  if (hasBody(request)) readBody(request, bodyLimitOf(url), answer)
  else answer(noBody)
}

type ReadBody = Pick<ReceivedRequest, 'body' | 'isBodyTooLarge'>

const noBody: ReadBody = Object.freeze({ body: '' })

function hasBody(request: IncomingMessage): boolean {
  const length = readHeader(request, 'content-length')
  return (length !== undefined && length !== '0') || readHeader(request, 'transfer-encoding') !== undefined
}

// Gives the body once it is there. Of a client that hangs up before, nobody waits for an answer.
function readBody(request: IncomingMessage, limitBytes: number, done: (read: ReadBody) => void): void {
  if (Number(readHeader(request, 'content-length')) > limitBytes) {
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

type Post = (response: ServerResponse, reply: EmulatorReply) => void

// Answers that are ready in one turn of the event loop leave together: one that leaves by itself wakes its client, which is
// then asleep again when the next one leaves, and waking it is a good part of what a call costs.
function createOutbox(): Post {
  let ready: (() => void)[] = []
  const sendAll = () => {
    const now = ready
    ready = []
    for (const one of now) one()
  }
  return (response, reply) => {
    if (ready.length === 0) setImmediate(sendAll)
    ready.push(() => send(response, reply))
  }
}

function send(response: ServerResponse, reply: EmulatorReply): void {
  const { status, body, connection } = reply
  if (response.destroyed) return
  if (connection === 'reset') {
    response.socket?.resetAndDestroy()
    return
  }
  try {
    response.writeHead(status, toHeaderList(reply))
    if (connection === 'cut') response.write(body, () => response.destroy())
    else response.end(body)
  } catch {
    response.destroy()
  }
}

// Names and values in turn, which Node writes out as they are; objects of them cost it a good part of a call.
function toHeaderList({ status, headers, body }: EmulatorReply): (string | number)[] {
  const isLengthTold = status === 204 || headers['content-length'] !== undefined
  const list: (string | number)[] = isLengthTold ? [] : ['content-length', Buffer.byteLength(body)]
  for (const name in headers) list.push(name, headers[name] as string)
  return list
}
