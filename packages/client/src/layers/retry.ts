import pRetry, { AbortError } from 'p-retry'
import type { ClientClock } from '../options.ts'
import type { Layer, Reply } from '../wire/request.ts'
import { toRetryAfterMs } from '../wire/retry-after.ts'
import { TransportError } from '../wire/transport-error.ts'
import { decideRetry, type Outcome } from './retry-policy.ts'

/** Sends again what the policy says may and should be sent again, within the deadline of the whole call. */
export function retry({ clock, deadlineMs }: { readonly clock: ClientClock; readonly deadlineMs: number }): Layer {
  return (next) => async (request, context) => {
    const { signal } = context
    const startedMs = clock.now()
    const attempt = async (number: number): Promise<Reply> => {
      signal?.throwIfAborted()
      context.onAttempt(number)
      const reply = await next(request, { ...context, attempt: number }).catch((error: unknown) => {
        throw error instanceof TransportError ? new Failed(error) : new AbortError(new Failed(error as Error))
      })
      if (reply.status >= 400) throw new Failed(reply)
      return reply
    }
    const decide = async ({ error, attemptNumber }: { error: Error; attemptNumber: number }): Promise<void> => {
      const decision = decideRetry({
        outcome: toOutcome((error as Failed).what, clock.now()),
        repeatable: request.repeatable,
        attempt: attemptNumber,
        elapsedMs: clock.now() - startedMs,
        deadlineMs,
        random: Math.random(),
      })
      if (!decision.retry) throw error
      await clock.sleep(decision.delayMs, signal)
    }
    try {
      return await pRetry(attempt, {
        retries: Number.POSITIVE_INFINITY,
        minTimeout: 0,
        maxTimeout: 0,
        onFailedAttempt: decide,
      })
    } catch (error) {
      if (!(error instanceof Failed)) {
        signal?.throwIfAborted()
        throw error
      }
      if (error.what instanceof Error) throw error.what
      return error.what
    }
  }
}

// Carries what became of an attempt through p-retry, which takes nothing but errors.
class Failed extends Error {
  readonly what: Reply | Error

  constructor(what: Reply | Error) {
    super('The attempt failed.')
    this.what = what
  }
}

function toOutcome(what: Reply | Error, nowMs: number): Outcome {
  if (what instanceof TransportError) return { kind: 'silent', sent: what.sent }
  if (what instanceof Error) return { kind: 'silent', sent: 'maybe' }
  return { kind: 'answered', status: what.status, retryAfterMs: toRetryAfterMs(what, nowMs) }
}
