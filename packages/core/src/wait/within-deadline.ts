/** How awaiting ended: in time, after giving up, or not at all within the grace that was left after giving up. */
export type DeadlineOutcome = 'in time' | 'given up' | 'stuck'

/**
 * Awaits work. When the deadline has passed it calls `giveUp` and goes on awaiting for the grace time, so that what was
 * under way is known when it returns.
 */
export async function withinDeadline(
  work: Promise<unknown>,
  { deadlineMs, graceMs }: { readonly deadlineMs: number; readonly graceMs: number },
  giveUp: () => void,
): Promise<DeadlineOutcome> {
  const deadline = timer(deadlineMs)
  const inTime = await Promise.race([work.then(() => true), deadline.promise])
  deadline.cancel()
  if (inTime) return 'in time'
  giveUp()
  const grace = timer(graceMs)
  const ended = await Promise.race([work.then(() => true), grace.promise])
  grace.cancel()
  return ended ? 'given up' : 'stuck'
}

function timer(ms: number): { readonly promise: Promise<false>; cancel(): void } {
  let handle: NodeJS.Timeout | undefined
  const promise = new Promise<false>((resolve) => {
    handle = setTimeout(() => resolve(false), ms)
  })
  return { promise, cancel: () => clearTimeout(handle) }
}
