/** A request as the application reads it. */
export interface EmulatorRequest {
  readonly method: string
  /** The path with its query, such as `/v1/subscribers?limit=10`; a whole URL is read as well. */
  readonly url: string
  /** Names in any case. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>
  /** JSON text, or its bytes, or whatever bytes an operation reads; nothing, or an empty text, where there is none. */
  readonly body?: string | Uint8Array | undefined
  /** The address of who calls; `127.0.0.1` unless given. */
  readonly remoteAddress?: string | undefined
}

/** What the application answers. */
export interface EmulatorReply {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** JSON, or the text of a file; empty where there is no body. */
  readonly body: string
}

/** The body as text. */
export function toText(body: EmulatorRequest['body']): string {
  return typeof body === 'string' ? body : Buffer.from(body ?? '').toString()
}

/** The body as bytes. */
export function toBytes(body: EmulatorRequest['body']): Uint8Array {
  return typeof body === 'string' ? Buffer.from(body) : (body ?? new Uint8Array())
}

/** The value of a header; its name is asked for in lower case. */
export function readHeader({ headers = {} }: EmulatorRequest, name: string): string | undefined {
  const value = headers[name] ?? headers[Object.keys(headers).find((key) => key.toLowerCase() === name) ?? '']
  return Array.isArray(value) ? value[0] : (value as string | undefined)
}
