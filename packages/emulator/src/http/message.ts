/** A request as the application reads it. */
export interface EmulatorRequest {
  readonly method: string
  /** The path with its query, such as `/v1/subscribers?limit=10`; a whole URL is read as well. */
  readonly url: string
  /** Names in any case. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>
  /** JSON text, or its bytes, or whatever bytes an operation reads; nothing, or an empty text, where there is none. */
  readonly body?: string | Uint8Array | undefined
  /** Whether there is no body because it was too large to be read. */
  readonly isBodyTooLarge?: boolean | undefined
  /** The address of who calls; `127.0.0.1` unless given. Calls without credentials are counted by it. */
  readonly remoteAddress?: string | undefined
}

/** What the application answers. */
export interface EmulatorReply {
  /** 0 where the connection is reset without an answer. */
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** JSON, or the text of a file; empty where there is no body. */
  readonly body: string
  /** What a fault does to the connection: no answer at all, or one that ends within its body. */
  readonly connection?: 'reset' | 'cut' | undefined
}

/** The body as text. */
export function toText(body: EmulatorRequest['body']): string {
  return typeof body === 'string' ? body : Buffer.from(body ?? '').toString()
}

/** A request as a server receives it. */
export interface ReceivedRequest extends Omit<EmulatorRequest, 'headers'> {
  /** Names, in any case, and values in turn, as they were sent: few of them are read, and an object of them all costs more. */
  readonly rawHeaders: readonly string[]
}

/** A request that did not come by a wire, as one that did. */
export function toReceived({ headers = {}, ...request }: EmulatorRequest): ReceivedRequest {
  const rawHeaders = Object.entries(headers).flatMap(([name, given = []]) =>
    [given].flat().flatMap((value) => [name, value]),
  )
  return { ...request, rawHeaders }
}

/** The value of a header, the first where there are several; its name is asked for in lower case. */
export function readHeader({ rawHeaders }: Pick<ReceivedRequest, 'rawHeaders'>, name: string): string | undefined {
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const given = rawHeaders[at] as string
    if (given.length === name.length && given.toLowerCase() === name) return rawHeaders[at + 1]
  }
  return undefined
}
