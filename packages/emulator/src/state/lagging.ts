import { type Delay, isSeen } from '../rules/consistency.ts'

/** Changes that readers do not see yet, by what was changed, the oldest first, each with what there was before it. */
export type Lagging<Before> = Map<string, LaggingChange<Before>[]>

/** A change that readers do not see yet. */
export interface LaggingChange<Before> {
  readonly before: Before
  readonly delay: Delay
  missedReads: number
}

/** Notes a change, with what readers see until its delay is over. */
export function noteChange<Before>(lagging: Lagging<Before>, key: string, delay: Delay, before: Before): void {
  const change = { before, delay, missedReads: 0 }
  const changes = lagging.get(key)
  if (changes) changes.push(change)
  else lagging.set(key, [change])
}

/** What a read that comes now sees instead of the thing itself; nothing where it sees the thing as it is. */
export function lookAt<Before>(
  lagging: Lagging<Before>,
  key: string,
  nowMs: number,
): { readonly before: Before } | undefined {
  const changes = lagging.get(key)
  if (!changes) return undefined
  while (changes[0] && isSeen(changes[0].delay, nowMs, changes[0].missedReads)) changes.shift()
  for (const change of changes) change.missedReads += 1
  if (changes.length === 0) lagging.delete(key)
  return changes[0]
}
