import { once } from 'node:events'
import { connect } from 'node:net'

/** A connection that is kept, over which requests go as they are written. */
export interface RawConnection extends AsyncDisposable {
  /** Sends a request line and headers, and a body after them, byte by byte as they are; gives what is answered. */
  exchange(lines: readonly string[], body?: string): Promise<RawReply>
}

/** An answer as it came. */
export interface RawReply {
  readonly status: number
  /** Names in lower case. */
  readonly headers: ReadonlyMap<string, string>
  readonly text: string
  // biome-ignore lint/suspicious/noExplicitAny: a test says by itself what it expects of an answer
  readonly json: any
}

/** Opens a connection to a port of this machine. */
export async function openConnection(port: number): Promise<RawConnection> {
  const socket = connect(port, '127.0.0.1').setNoDelay()
  await once(socket, 'connect')
  let received = Buffer.alloc(0)
  return {
    async exchange(lines, body = '') {
      socket.write([...lines, '', body].join('\r\n'))
      for (;;) {
        const reply = toReply(received)
        if (reply) {
          received = Buffer.alloc(0)
          return reply
        }
        const [chunk] = await once(socket, 'data')
        received = Buffer.concat([received, chunk])
      }
    },
    async [Symbol.asyncDispose]() {
      socket.destroy()
    },
  }
}

// The answer, once all of it is there.
function toReply(received: Buffer): RawReply | undefined {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return undefined
  const [first = '', ...lines] = received.subarray(0, end).toString('latin1').split('\r\n')
  const headers = new Map(lines.map((line) => [line.split(': ')[0]?.toLowerCase() ?? '', line.replace(/^[^:]*: /, '')]))
  const bytes = received.subarray(end + 4)
  if (bytes.length < Number(headers.get('content-length') ?? 0)) return undefined
  const text = bytes.toString()
  const isJson = headers.get('content-type')?.startsWith('application/json')
  return { status: Number(first.split(' ')[1]), headers, text, json: isJson ? JSON.parse(text) : undefined }
}
