import type { Route } from './create-routes.ts'
import type { ReceivedRequest } from './message.ts'

/** One call of the API while it is answered. */
export interface Call {
  readonly request: ReceivedRequest
  readonly path: string
  /** Without its question mark. */
  readonly query: string
  /** By the emulator's clock. */
  readonly startMs: number
  /** The body, once it has been read as text. */
  text: string | undefined
  route: Route | undefined
  /** Who calls, once that is known. */
  operatorId: string | undefined
  /** IDs of the faults that it meets. */
  faults: readonly string[]
  delayMs: number
}
