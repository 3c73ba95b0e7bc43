import type { Layer } from '../wire/request.ts'

/** Sends a request when the pace lets it go. As in the queue of the limit, the call's time does not run meanwhile. */
export function paced(pace: (signal?: AbortSignal) => Promise<void>): Layer {
  return (next) => async (request, context) => {
    await pace(context.signal)
    return await next(request, context)
  }
}
