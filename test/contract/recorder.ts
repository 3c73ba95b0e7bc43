import { apiOperations } from '@soracom-fixtures/api'
import { checkAnswer, type Difference } from './check-answer.ts'
import { type Coverage, createCoverage, noteAnswer } from './coverage.ts'
import type { Documents } from './documents.ts'
import type { Life } from './life.ts'
import { sendWithinLimits } from './send-within-limits.ts'
import type { ContractTarget } from './target.ts'

/** A call by operation. */
export interface CallOptions {
  /** Values of the path's `{names}`. */
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  /** Sent as JSON; bytes as they are. */
  readonly body?: unknown
  readonly credentials?: Credentials | undefined
  readonly headers?: Readonly<Record<string, string>>
}

/** What authenticates a call. */
export interface Credentials {
  readonly apiKey: string
  readonly token: string
}

/** An answer as a walk reads it. */
export interface Reply {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: an answer is what comes, and the documents say what that should be
  readonly body: any
}

/** What an operation answered. */
export interface RecordedAnswer {
  readonly operationId: string
  readonly status: number
  readonly body: unknown
}

/** Calls the API, and holds every answer against the documents. */
export interface Recorder {
  readonly target: ContractTarget
  /** The operators that were made, so that they can be deleted. */
  readonly lives: Life[]
  call(operationId: string, options?: CallOptions): Promise<Reply>
  readonly coverage: Coverage
  readonly answers: readonly RecordedAnswer[]
  readonly differences: readonly Difference[]
}

/** A recorder of the API of a target. Uses plain `fetch` and no client of ours. */
export function createRecorder(documents: Documents, target: ContractTarget): Recorder {
  const coverage = createCoverage()
  const answers: RecordedAnswer[] = []
  const differences: Difference[] = []
  const operations = new Map(apiOperations().map((operation) => [operation.operationId, operation]))
  return {
    target,
    lives: [],
    coverage,
    answers,
    differences,
    async call(operationId, options = {}) {
      const operation = operations.get(operationId)
      if (!operation) throw new Error(`No such operation: ${operationId}`)
      const url = `${target.endpoint}/v1${fillPath(operation.path, options.params)}${toQuery(options.query)}`
      const response = await sendWithinLimits(url, { method: operation.method, ...toInit(options) })
      const body = toBody(await response.text())
      const { status, headers } = response
      const contentType = headers.get('content-type')
      const checked = checkAnswer(documents, operationId, { status, contentType, body })
      differences.push(...checked.differences)
      answers.push({ operationId, status, body })
      noteAnswer(coverage, operationId, status, checked.fields)
      return { status, headers, body }
    },
  }
}

function fillPath(path: string, params: Readonly<Record<string, string>> = {}): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`No value of ${name} for ${path}`)
    return encodeURIComponent(value)
  })
}

function toQuery(query: Readonly<Record<string, string>> = {}): string {
  const text = new URLSearchParams(query).toString()
  return text === '' ? '' : `?${text}`
}

function toInit({ body, credentials, headers }: CallOptions): RequestInit {
  return {
    headers: {
      ...(credentials ? { 'X-Soracom-API-Key': credentials.apiKey, 'X-Soracom-Token': credentials.token } : {}),
      ...(body === undefined
        ? {}
        : { 'Content-Type': isBytes(body) ? 'application/octet-stream' : 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isBytes(body) ? body : JSON.stringify(body) }),
  }
}

function isBytes(body: unknown): body is Uint8Array<ArrayBuffer> {
  return body instanceof Uint8Array
}

function toBody(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
