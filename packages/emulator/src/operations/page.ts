import { keysAfter, keysUpTo, type SortedKeys } from '../state/sorted-keys.ts'
import { type Answer, ok } from './answer.ts'
import type { OperationContext } from './operation.ts'

/** What a list pages through: keys in order, and the row of each, or nothing where a filter leaves it out. */
export interface Listing<Row> {
  readonly keys: Iterable<string>
  /** The keys before the page, the nearest first; without them no page leads back. */
  readonly keysBefore?: Iterable<string> | undefined
  readonly toRow: (key: string) => Row | undefined
  readonly defaultLimit: number
  readonly maxLimit: number
}

/** The keys of a page of a list that is kept in their order, and those before it. */
export function keysOfPage(
  { world, query }: Pick<OperationContext, 'world' | 'query'>,
  keys: SortedKeys,
): Pick<Listing<unknown>, 'keys' | 'keysBefore'> {
  const after = query.get('last_evaluated_key') || undefined
  const leadsBack = after !== undefined && world.settings.previousLinks
  return { keys: keysAfter(keys, after), keysBefore: leadsBack ? keysUpTo(keys, after) : undefined }
}

/**
 * Takes one page. The next key is the last row's, in the header `x-soracom-next-key` and in `link` with a relative path
 * and `rel=next` without quotes, as clients parse it. A limit out of range is clamped without an error, as was seen.
 * A page that is not the first leads back by `rel=prev`: the Go client reads that, and its tests need a `link` on a last
 * page.
 */
export function takePage<Row>(
  { query, path }: Pick<OperationContext, 'query' | 'path'>,
  { keys, keysBefore, toRow, defaultLimit, maxLimit }: Listing<Row>,
): { readonly rows: Row[]; readonly headers: Record<string, string> } {
  const limit = readLimit(query, defaultLimit, maxLimit)
  const rows: Row[] = []
  let lastKey: string | undefined
  let nextKey: string | undefined
  for (const key of keys) {
    const row = toRow(key)
    if (row === undefined) continue
    if (rows.length === limit) {
      nextKey = lastKey
      break
    }
    rows.push(row)
    lastKey = key
  }
  const previousKey = keysBefore && toPreviousKey(keysBefore, toRow, limit)
  return { rows, headers: toHeaders(path, query, nextKey, previousKey) }
}

// The key that the page before comes after; empty where that is the first.
function toPreviousKey(keysBefore: Iterable<string>, toRow: (key: string) => unknown, limit: number): string {
  let rows = 0
  for (const key of keysBefore) {
    if (toRow(key) === undefined) continue
    if (rows === limit) return key
    rows += 1
  }
  return ''
}

/** The most rows that a query asks for, within what is possible; out of range it is clamped without an error. */
export function readLimit(query: URLSearchParams, defaultLimit: number, maxLimit: number): number {
  const asked = Number(query.get('limit') || defaultLimit)
  return Math.min(maxLimit, Math.max(1, Number.isFinite(asked) ? Math.trunc(asked) : defaultLimit))
}

/** Answers one page as a JSON array. */
export function pageOf<Row>(context: Pick<OperationContext, 'query' | 'path'>, listing: Listing<Row>): Answer {
  const { rows, headers } = takePage(context, listing)
  return ok(rows, headers)
}

// Several links have a comma between them and no space: the Go client passes over one that begins with a space.
function toHeaders(path: string, query: URLSearchParams, nextKey?: string, previousKey?: string) {
  const toLink = (key: string, rel: string) => {
    const asked = new URLSearchParams(query)
    asked.set('last_evaluated_key', key)
    return `<${path}?${asked}>; rel=${rel}`
  }
  const links = [
    ...(nextKey === undefined ? [] : [toLink(nextKey, 'next')]),
    ...(previousKey === undefined ? [] : [toLink(previousKey, 'prev')]),
  ]
  return {
    ...(nextKey === undefined ? {} : { 'x-soracom-next-key': nextKey }),
    ...(links.length === 0 ? {} : { link: links.join(',') }),
  }
}
