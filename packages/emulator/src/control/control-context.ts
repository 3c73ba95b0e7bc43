import type { World } from '../state/world.ts'

/** What a call of the emulator's own paths is given. */
export interface ControlContext {
  readonly world: World
  readonly query: URLSearchParams
  /** Parsed JSON; `undefined` where there was none. */
  readonly body: unknown
}
