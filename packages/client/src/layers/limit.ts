import type { Layer } from '../wire/request.ts'

/** Bounds the requests in flight; who comes first is served first, and who gives up leaves the queue. */
export function limit(maxInFlight: number): Layer {
  let inFlight = 0
  const queue = new Set<() => void>()

  async function acquire(signal: AbortSignal | undefined): Promise<void> {
    signal?.throwIfAborted()
    if (inFlight < maxInFlight) {
      inFlight += 1
      return
    }
    await new Promise<void>((resolve, reject) => {
      const enter = () => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      const leave = () => {
        queue.delete(enter)
        reject(signal?.reason)
      }
      queue.add(enter)
      signal?.addEventListener('abort', leave, { once: true })
    })
  }

  // Hands the place to the next in the queue.
  function release(): void {
    const [next] = queue
    if (!next) {
      inFlight -= 1
      return
    }
    queue.delete(next)
    next()
  }

  return (next) => async (request, context) => {
    await acquire(context.signal)
    context.deadline.begin()
    try {
      return await next(request, context)
    } finally {
      release()
    }
  }
}
