import { entriesOf, entryAt, type TimedList, type TimedRange } from '../state/timed-list.ts'
import type { Answer } from './answer.ts'
import type { OperationContext } from './operation.ts'
import { type Listing, pageOf } from './page.ts'
import { readInteger } from './read-query.ts'

/** What of a list by time is paged through, and the row of each entry, or nothing where a filter leaves it out. */
export interface TimedListing<Entry extends { readonly timeMs: number }, Row>
  extends Omit<TimedRange, 'afterMs'>,
    Pick<Listing<Row>, 'defaultLimit' | 'maxLimit'> {
  readonly toRow: (entry: Entry) => Row | undefined
}

/** Answers one page of a list by time. The key of the next page is the time of the last entry, in milliseconds. */
export function timedPage<Entry extends { readonly timeMs: number }, Row>(
  context: Pick<OperationContext, 'query' | 'path'>,
  list: TimedList<Entry>,
  { toRow, defaultLimit, maxLimit, ...range }: TimedListing<Entry, Row>,
): Answer {
  return pageOf(context, {
    keys: timesOf(list, { ...range, afterMs: readInteger(context.query, 'last_evaluated_key') }),
    toRow(key) {
      const entry = entryAt(list, Number(key))
      return entry && toRow(entry)
    },
    defaultLimit,
    maxLimit,
  })
}

function* timesOf(list: TimedList<{ readonly timeMs: number }>, range: TimedRange): Generator<string> {
  for (const { timeMs } of entriesOf(list, range)) yield String(timeMs)
}
