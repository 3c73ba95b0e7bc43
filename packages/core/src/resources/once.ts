import { setTimeout as pause } from 'node:timers/promises'
import { SoracomApiError } from '@soracom-fixtures/client/errors'
import { describeCause } from '../errors/describe-cause.ts'

/** A call that changes something, and how to see whether it did. */
export interface OnceCall<Value> {
  readonly act: () => Promise<Value>
  /**
   * Reads back what the call did; gives nothing where it did nothing. Left out where doing it twice leaves nothing that
   * belongs to anybody.
   */
  readonly look?: () => Promise<Value | undefined>
  /**
   * Whether the API refuses the same a second time. Then it is sent again without a look, and `look` only tells that
   * refusal from others.
   */
  readonly refusedTwice?: boolean
}

/** What of a resource's context it takes. */
export interface OnceContext {
  readonly signal: AbortSignal
  phase(doing: string): void
}

const mostTries = 3
const pauseMs = 100

/**
 * Makes a call take effect exactly once. Where its answer was lost, nobody knows whether it did: so it is looked up, and
 * sent again only if it did not. A refusal after a loss may be the API's "already", so it is looked up as well.
 *
 * @param what what is done, such as `confirming order …`; messages say it.
 * @throws {SoracomApiError} where it is refused, or lost again and again; an error that tells both where looking failed.
 */
export async function once<Value>(context: OnceContext, what: string, call: OnceCall<Value>): Promise<Value> {
  const { act, look = async () => undefined, refusedTwice = false } = call
  for (let tries = 1, lostBefore = false; ; tries += 1) {
    context.phase(what)
    try {
      return await act()
    } catch (error) {
      if (!SoracomApiError.is(error)) throw error
      const lost = isLost(error)
      // The client itself repeats what it knows to be harmless.
      const again = lostBefore || error.attempts > 1
      if (!lost && !again) throw error
      if (!lost || !refusedTwice) {
        context.phase(`looking whether ${what} took effect`)
        const found = await lookUp(look, error)
        if (found !== undefined) return found
      }
      if (!lost || tries === mostTries) throw error
      lostBefore = true
    }
    await pause(pauseMs * tries, undefined, { signal: context.signal })
  }
}

/** What a read gives, or nothing where the API says that there is no such thing. */
export async function ifThere<Value>(read: Promise<Value>): Promise<Value | undefined> {
  try {
    return await read
  } catch (error) {
    if (isNotFound(error)) return undefined
    throw error
  }
}

/** Whether an error is the API's answer that there is no such thing. */
export function isNotFound(error: unknown): boolean {
  return SoracomApiError.is(error) && error.status === 404
}

// Whether nobody knows if a call took effect: no answer, one that cannot be read, or one of a server that failed. What
// is not implemented (501) did nothing.
function isLost({ sent, status }: SoracomApiError): boolean {
  if (sent !== 'yes') return sent === 'maybe'
  return status !== undefined && (status < 300 || status === 408 || (status >= 500 && status !== 501))
}

async function lookUp<Value>(look: () => Promise<Value | undefined>, error: SoracomApiError) {
  try {
    return await look()
  } catch (lookError) {
    const message = `${error.message} Looking whether it took effect failed too: ${describeCause(lookError)}`
    throw new Error(message, { cause: error })
  }
}
