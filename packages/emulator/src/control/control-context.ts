import type { FaultRegistry } from '../guards/faults.ts'
import type { World } from '../state/world.ts'
import type { RequestLog } from './request-log.ts'

/** What the emulator's own paths show and change. */
export interface ControlParts {
  readonly world: World
  readonly faults: FaultRegistry
  readonly log: RequestLog | undefined
}

/** What a call of the emulator's own paths is given. */
export interface ControlContext extends ControlParts {
  readonly query: URLSearchParams
  /** Parsed JSON; `undefined` where there was none. */
  readonly body: unknown
}
