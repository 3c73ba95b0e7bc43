import type { OperatorState } from '../state/operator.ts'
import type { SessionState, World } from '../state/world.ts'
import type { Answer } from './answer.ts'

/** What an operation is given. */
export interface OperationContext {
  readonly world: World
  /** Path parameters, decoded. */
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** The path as it was asked for, without its query. */
  readonly path: string
  /** Where the client reaches the emulator, such as `http://127.0.0.1:49152`. */
  readonly origin: string
  /** Parsed JSON; `undefined` where there was none. */
  readonly body: unknown
  readonly nowMs: number
}

/** What an operation that needs credentials is given. */
export interface OperatorContext extends OperationContext {
  readonly operator: OperatorState
  readonly session: SessionState
}

/** What an operation that reads a body of bytes is given. */
export interface BytesContext extends OperatorContext {
  /** The body as it came; empty where there was none. */
  readonly body: Uint8Array
}

/** One operation of the API. Its body is JSON unless it reads bytes. */
export type Operation = { readonly operationId: string } & (
  | { readonly open: true; readonly reads?: 'json'; readonly handle: (context: OperationContext) => Answer }
  | ({
      readonly open?: false
      /** Status of an operator in the path that is not the caller's, where the document lists another than usual. */
      readonly foreignOperatorStatus?: number
    } & (
      | { readonly reads?: 'json'; readonly handle: (context: OperatorContext) => Answer }
      | { readonly reads: 'bytes'; readonly handle: (context: BytesContext) => Answer }
    ))
)
