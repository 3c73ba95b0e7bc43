import { type Answer, noContent, ok } from '../operations/answer.ts'
import { ApiFailure } from '../operations/api-failure.ts'
import { resetWorld, restoreSnapshot } from '../state/snapshot/restore-snapshot.ts'
import { takeSnapshot } from '../state/snapshot/take-snapshot.ts'
import type { ControlContext } from './control-context.ts'

/** Answers the whole state, with its secrets. */
export function answerState({ world }: ControlContext): Answer {
  return ok(takeSnapshot(world))
}

/** Puts the state of a body in the place of the present one; 400 where it is none. */
export function putState({ world, body }: ControlContext): Answer {
  try {
    restoreSnapshot(world, body)
  } catch (error) {
    if (error instanceof TypeError) throw new ApiFailure('EMU0226', [error.message])
    throw error
  }
  return noContent
}

/** Empties the world and the log. The clock, the ids and the faults stay as they are. */
export function reset({ world, log }: Pick<ControlContext, 'world' | 'log'>): Answer {
  resetWorld(world)
  log?.clear()
  return noContent
}
