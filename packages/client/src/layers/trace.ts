import type { CallEvent, ClientClock } from '../options.ts'
import type { Layer, Reply } from '../wire/request.ts'
import { toErrorBody } from '../wire/to-api-error.ts'
import { TransportError } from '../wire/transport-error.ts'

/** Tells of every request that is sent. A listener that throws does not undo a call that was made. */
export function trace({
  onCall,
  clock,
  operatorId,
}: {
  readonly onCall: (event: CallEvent) => void
  readonly clock: ClientClock
  readonly operatorId: string | undefined
}): Layer {
  return (next) => async (request, context) => {
    const { operationId, method, shownPath: path } = request
    const head = { operationId, method, path, operatorId, attempt: context.progress.attempts }
    const startedAtMs = clock.now()
    const startedMs = performance.now()
    const tell = (answer: Answer) => {
      try {
        onCall({ ...head, startedAtMs, durationMs: performance.now() - startedMs, ...answer })
      } catch {}
    }
    try {
      const reply = await next(request, context)
      tell(toAnswer(reply))
      return reply
    } catch (error) {
      const lost = TransportError.is(error)
      tell({
        outcome: lost ? 'unanswered' : 'aborted',
        status: undefined,
        apiCode: undefined,
        failure: lost ? (error.code ?? 'failed') : 'aborted',
      })
      throw error
    }
  }
}

type Answer = Pick<CallEvent, 'outcome' | 'status' | 'apiCode' | 'failure' | 'serverDate'>

function toAnswer({ status, headers, text }: Reply): Answer {
  const refused = status >= 300
  return {
    outcome: refused ? 'refused' : 'succeeded',
    status,
    apiCode: refused ? toErrorBody(text).code : undefined,
    failure: undefined,
    serverDate: headers.date,
  }
}
