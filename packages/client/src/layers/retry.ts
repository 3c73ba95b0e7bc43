import pRetry, { AbortError } from 'p-retry'
import type { ClientClock, RetryBudget } from '../options.ts'
import { isMutating, type Layer, type Reply } from '../wire/request.ts'
import { toRetryAfterMs } from '../wire/retry-after.ts'
import { TransportError } from '../wire/transport-error.ts'
import { decideRetry, type Outcome } from './retry-policy.ts'

/**
 * Sends again what the policy says may and should be sent again, within the deadline of the whole call. Nothing is sent
 * once the signal is aborted; a change that failed before it gives its failure, so that what became of it is known.
 */
export function retry(options: {
  readonly clock: ClientClock
  readonly mostAttempts: number
  readonly budget?: RetryBudget | undefined
}): Layer {
  const { clock, mostAttempts, budget } = options
  return (next) => async (request, context) => {
    const { signal, deadline, progress } = context
    let last: Failed | undefined
    const attempt = async (): Promise<Reply> => {
      if (signal?.aborted) throw new AbortError(new Stopped(signal.reason))
      progress.attempts += 1
      const reply = await next(request, context).catch((error: unknown) => {
        throw TransportError.is(error) ? new Failed(error) : new AbortError(new Stopped(error))
      })
      if (!isDown(reply)) budget?.answered()
      if (reply.status >= 400) throw new Failed(reply)
      return reply
    }
    const decide = async ({ error, attemptNumber }: { error: Error; attemptNumber: number }): Promise<void> => {
      if (!(error instanceof Failed)) throw new Stopped(error)
      last = error
      const outcome = toOutcome(error.what, clock.now())
      if (outcome.kind === 'silent' && outcome.sent === 'maybe') progress.maybeSent = true
      if (isDown(error.what)) progress.givenUp = budget?.failed()
      if (progress.givenUp !== undefined) throw error
      const decision = decideRetry({
        outcome,
        repeat: request.repeat,
        attempt: attemptNumber,
        mostAttempts,
        remainingMs: deadline.remainingMs(),
        random: Math.random(),
      })
      if (!decision.retry) throw error
      await clock.sleep(decision.delayMs, signal).catch((reason: unknown) => {
        throw new Stopped(signal?.aborted ? signal.reason : reason)
      })
    }
    try {
      return await pRetry(attempt, { ...ownPace, onFailedAttempt: decide })
    } catch (error) {
      const ended = error instanceof Stopped && last && isMutating(request) ? last : error
      if (ended instanceof Stopped) throw ended.reason
      if (!(ended instanceof Failed) || TransportError.is(ended.what))
        throw ended instanceof Failed ? ended.what : ended
      return ended.what
    }
  }
}

// The policy says how often and when, not p-retry.
const ownPace = { retries: Number.POSITIVE_INFINITY, minTimeout: 0, maxTimeout: 0 }

// Carries what became of an attempt through p-retry, which takes nothing but errors of its own realm.
class Failed extends Error {
  readonly what: Reply | TransportError

  constructor(what: Reply | TransportError) {
    super('The attempt failed.')
    this.what = what
  }
}

// Carries what no attempt can mend, such as an abort.
class Stopped extends Error {
  readonly reason: unknown

  constructor(reason: unknown) {
    super('The call was stopped.')
    this.reason = reason
  }
}

// Whether an attempt shows a target that does not work, rather than one that refuses or is busy.
function isDown(what: Reply | TransportError): boolean {
  return TransportError.is(what) || (what.status >= 500 && what.status !== 501)
}

function toOutcome(what: Reply | TransportError, nowMs: number): Outcome {
  if (TransportError.is(what)) return { kind: 'silent', sent: what.sent }
  return { kind: 'answered', status: what.status, retryAfterMs: toRetryAfterMs(what, nowMs) }
}
