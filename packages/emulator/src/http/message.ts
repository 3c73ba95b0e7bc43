/** A request as the application reads it. */
export interface EmulatorRequest {
  readonly method: string
  /** The path with its query, such as `/v1/subscribers?limit=10`; a whole URL is read as well. */
  readonly url: string
  /** Names in any case. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>
  /** JSON text; nothing, or an empty text, where there is none. */
  readonly body?: string | undefined
}

/** What the application answers. */
export interface EmulatorReply {
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** JSON, or the text of a file; empty where there is no body. */
  readonly body: string
}

/** The value of a header; its name is asked for in lower case. */
export function readHeader({ headers = {} }: EmulatorRequest, name: string): string | undefined {
  const value = headers[name] ?? headers[Object.keys(headers).find((key) => key.toLowerCase() === name) ?? '']
  return Array.isArray(value) ? value[0] : (value as string | undefined)
}
