/** Entries in order of their times; no two have the same. */
export interface TimedList<Entry extends { readonly timeMs: number }> {
  readonly entries: Entry[]
}

/** An empty list. */
export function createTimedList<Entry extends { readonly timeMs: number }>(): TimedList<Entry> {
  return { entries: [] }
}

/** Puts an entry in at its time; one that is there at that time is replaced. */
export function putEntry<Entry extends { readonly timeMs: number }>({ entries }: TimedList<Entry>, entry: Entry): void {
  const at = positionOf(entries, entry.timeMs)
  entries.splice(at, entries[at]?.timeMs === entry.timeMs ? 1 : 0, entry)
}

/** The entry of a time. */
export function entryAt<Entry extends { readonly timeMs: number }>(
  { entries }: TimedList<Entry>,
  timeMs: number,
): Entry | undefined {
  const entry = entries[positionOf(entries, timeMs)]
  return entry?.timeMs === timeMs ? entry : undefined
}

/** Takes the entry of a time out if it is there. */
export function removeEntry<Entry extends { readonly timeMs: number }>(
  { entries }: TimedList<Entry>,
  timeMs: number,
): void {
  const at = positionOf(entries, timeMs)
  if (entries[at]?.timeMs === timeMs) entries.splice(at, 1)
}

/** Which entries are read, and in which order. Times are UNIX milliseconds and count in themselves. */
export interface TimedRange {
  readonly fromMs?: number | undefined
  readonly toMs?: number | undefined
  /** The time of the last entry of the page before, which does not count in. */
  readonly afterMs?: number | undefined
  readonly order: 'oldestFirst' | 'newestFirst'
}

/** The entries of a range in the order that is asked for. */
export function* entriesOf<Entry extends { readonly timeMs: number }>(
  { entries }: TimedList<Entry>,
  { fromMs = Number.NEGATIVE_INFINITY, toMs = Number.POSITIVE_INFINITY, afterMs, order }: TimedRange,
): Generator<Entry> {
  // Times are whole milliseconds.
  let first = positionOf(entries, fromMs)
  let end = positionOf(entries, toMs + 1)
  if (order === 'oldestFirst') {
    if (afterMs !== undefined) first = Math.max(first, positionOf(entries, afterMs + 1))
    for (let at = first; at < end; at += 1) yield entries[at] as Entry
    return
  }
  if (afterMs !== undefined) end = Math.min(end, positionOf(entries, afterMs))
  for (let at = end - 1; at >= first; at -= 1) yield entries[at] as Entry
}

// The index of the first entry whose time is not less than the given one.
function positionOf(entries: readonly { readonly timeMs: number }[], timeMs: number): number {
  let low = 0
  let high = entries.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((entries[middle]?.timeMs ?? 0) < timeMs) low = middle + 1
    else high = middle
  }
  return low
}
