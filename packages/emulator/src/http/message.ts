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

/** The same request with the names of its headers in lower case, as a server has them and as they are read. */
export function withLowerNames(request: EmulatorRequest): EmulatorRequest {
  const { headers = {} } = request
  const names = Object.keys(headers)
  if (names.every((name) => name === name.toLowerCase())) return request
  // Where a name is there twice, the one in lower case counts.
  const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
  const given = Object.entries(headers).filter(([name]) => name === name.toLowerCase())
  return { ...request, headers: Object.fromEntries([...lower, ...given]) }
}

/** The value of a header; its name is asked for in lower case. */
export function readHeader({ headers }: EmulatorRequest, name: string): string | undefined {
  const value = headers?.[name]
  return Array.isArray(value) ? value[0] : (value as string | undefined)
}
