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
  | {
      readonly operationId: string
      readonly open?: false
      /** Status of an operator in the path that is not the caller's, where the document lists another than usual. */
      readonly foreignOperatorStatus?: number
      readonly handle: (context: OperatorContext) => Answer
    }
