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

/** One operation of the API. */
export type Operation =
  | { readonly operationId: string; readonly open: true; readonly handle: (context: OperationContext) => Answer }
  | { readonly operationId: string; readonly open?: false; readonly handle: (context: OperatorContext) => Answer }
