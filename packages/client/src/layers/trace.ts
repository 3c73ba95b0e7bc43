import type { CallEvent, ClientClock } from '../options.ts'
import type { CallContext, CallRequest, Layer } from '../wire/request.ts'
import { toErrorBody } from '../wire/to-api-error.ts'
import { TransportError } from '../wire/transport-error.ts'

/** Tells of every request that is sent. */
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
    const startedAtMs = clock.now()
    const startedMs = performance.now()
    const tell = (answer: Pick<CallEvent, 'status' | 'apiCode' | 'failure'>) =>
      onCall({
        ...toHead(request, context),
        operatorId,
        startedAtMs,
        durationMs: performance.now() - startedMs,
        ...answer,
      })
    try {
      const reply = await next(request, context)
      const apiCode = reply.status >= 400 ? toErrorBody(reply.text).code : undefined
      tell({ status: reply.status, apiCode, failure: undefined })
      return reply
    } catch (error) {
      const failure = error instanceof TransportError ? (error.code ?? 'failed') : 'aborted'
      tell({ status: undefined, apiCode: undefined, failure })
      throw error
    }
  }
}

function toHead({ operationId, method, path }: CallRequest, { attempt }: CallContext) {
  return { operationId, method, path, attempt }
}
