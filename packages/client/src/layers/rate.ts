import type { ClientClock } from '../options.ts'
import type { Layer } from '../wire/request.ts'
import { toExhaustedMs } from '../wire/retry-after.ts'

/**
 * Holds calls back once a reply says that the rate limit is used up, until it starts anew. The limit is counted by
 * operator and group of paths, so each operator's client has a layer of its own, and a used-up limit holds back only
 * paths that begin like the one that told of it. Where the deadline leaves no time to wait, the API itself may say no.
 */
export function rate({ clock }: { readonly clock: ClientClock }): Layer {
  const closedUntilMs = new Map<string, number>()
  return (next) => async (request, context) => {
    const { signal, deadline } = context
    const group = request.path.split('/', 2).join('/')
    const waitMs = () => (closedUntilMs.get(group) ?? 0) - clock.now()
    while (waitMs() > 0 && waitMs() < deadline.remainingMs()) {
      deadline.begin()
      await clock.sleep(waitMs(), signal)
    }
    const reply = await next(request, context)
    const exhaustedMs = toExhaustedMs(reply)
    if (exhaustedMs !== undefined) {
      closedUntilMs.set(group, Math.max(closedUntilMs.get(group) ?? 0, clock.now() + exhaustedMs))
    }
    return reply
  }
}
