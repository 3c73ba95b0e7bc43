/** A request as the application reads it. */
export interface EmulatorRequest {
  readonly method: string
  /** The path with its query, such as `/v1/subscribers?limit=10`; a whole URL is read as well. */
  readonly url: string
  /** Names in any case. */
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>
  /** JSON text; nothing, or an empty text, where there is none. */
  readonly body?: string | undefined
  /** Why there is no body although one was sent. */
  readonly bodyProblem?: 'tooLarge' | 'notUtf8' | undefined
  /** Where the call comes from, such as an address; calls without credentials are counted by it. */
  readonly client?: string | undefined
}

/** What the application answers. */
export interface EmulatorReply {
  /** 0 where the connection is reset without an answer. */
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** JSON text; empty where there is no body. */
  readonly body: string
  /** What a fault does to the connection: no answer at all, or one that ends within its body. */
  readonly connection?: 'reset' | 'cut' | undefined
}

/** The largest body of a call. */
export const bodyLimitBytes: number = 5 * 1024 * 1024

/** The value of a header; its name is asked for in lower case. */
export function readHeader({ headers = {} }: EmulatorRequest, name: string): string | undefined {
  const value = headers[name] ?? headers[Object.keys(headers).find((key) => key.toLowerCase() === name) ?? '']
  return Array.isArray(value) ? value[0] : (value as string | undefined)
}
