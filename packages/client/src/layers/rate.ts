import type { ClientClock } from '../options.ts'
import type { Layer } from '../wire/request.ts'
import { toExhaustedMs } from '../wire/retry-after.ts'

/**
 * Holds calls back once a reply says that the rate limit is used up, until it starts anew. The limit is counted by
 * operator; a client of another operator has a layer of its own.
 */
export function rate({ clock }: { readonly clock: ClientClock }): Layer {
  let closedUntilMs = 0
  return (next) => async (request, context) => {
    const waitMs = closedUntilMs - clock.now()
    if (waitMs > 0) {
      await clock.sleep(waitMs, context.signal).catch((error: unknown) => {
        context.signal?.throwIfAborted()
        throw error
      })
    }
    const reply = await next(request, context)
    const exhaustedMs = toExhaustedMs(reply)
    if (exhaustedMs !== undefined) closedUntilMs = Math.max(closedUntilMs, clock.now() + exhaustedMs)
    return reply
  }
}
