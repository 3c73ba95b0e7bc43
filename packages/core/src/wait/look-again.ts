import { setTimeout as sleep } from 'node:timers/promises'
import pRetry, { AbortError } from 'p-retry'
import { NotYet } from './not-yet.ts'

/**
 * Looks again and again, after a first look that found nothing, until a look does not say "not yet".
 *
 * @throws {NotYet} the last one, when the time is over; whatever else a look throws, at once.
 */
export async function lookAgain<Value>(
  look: () => Promise<Value>,
  options: { readonly everyMs: number; readonly timeoutMs: number; readonly signal: AbortSignal | undefined },
): Promise<Value> {
  const { everyMs, timeoutMs, signal } = options
  try {
    await sleep(everyMs, undefined, signal ? { signal } : {})
    return await pRetry(() => look().catch(stopUnlessNotYet), {
      retries: Number.POSITIVE_INFINITY,
      factor: 1,
      minTimeout: everyMs,
      maxTimeout: everyMs,
      maxRetryTime: Math.max(0, timeoutMs - everyMs),
      ...(signal ? { signal } : {}),
    })
  } catch (error) {
    signal?.throwIfAborted()
    throw error instanceof Stopped ? error.cause : error
  }
}

function stopUnlessNotYet(error: unknown): never {
  if (NotYet.is(error)) throw error
  throw new AbortError(new Stopped(error))
}

// Wrapped, since an error of another realm is no Error here and p-retry would not take it.
class Stopped extends Error {
  constructor(cause: unknown) {
    super('The look threw.', { cause })
  }
}
