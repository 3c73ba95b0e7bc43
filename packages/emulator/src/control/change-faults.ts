import { type Answer, created, noContent, ok } from '../operations/answer.ts'
import { ApiFailure, notFound } from '../operations/api-failure.ts'
import type { Fault } from '../rules/faults/fault.ts'
import type { ControlContext } from './control-context.ts'

/** Answers the faults that are set, with how often each was met. */
export function listFaults({ faults }: ControlContext): Answer {
  return ok({ faults: faults.list() })
}

/** Sets the fault of a body and answers its ID; 400 for one that does not do. */
export function addFault({ faults, body }: ControlContext): Answer {
  try {
    return created({ id: faults.add(body as Fault) })
  } catch (error) {
    if (error instanceof TypeError) throw new ApiFailure('EMU0225', [error.message])
    throw error
  }
}

/** Takes the fault of the query's `id` away, or all of them. */
export function removeFaults({ faults, query }: ControlContext): Answer {
  const id = query.get('id')
  if (id === null) faults.clear()
  else if (!faults.remove(id)) throw notFound('fault', id)
  return noContent
}
