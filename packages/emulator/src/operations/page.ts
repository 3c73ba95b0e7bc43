import { type Answer, ok } from './answer.ts'
import type { OperationContext } from './operation.ts'

/** What a list pages through: keys in order, and the row of each, or nothing where a filter leaves it out. */
export interface Listing<Row> {
  readonly keys: Iterable<string>
  readonly toRow: (key: string) => Row | undefined
  readonly defaultLimit: number
  readonly maxLimit: number
}

/**
 * Takes one page. The next key is the last row's, in the header `x-soracom-next-key` and in `link` with a relative path
 * and `rel=next` without quotes, as clients parse it. A limit out of range is clamped without an error, as was seen.
 */
export function takePage<Row>(
  { query, path }: Pick<OperationContext, 'query' | 'path'>,
  { keys, toRow, defaultLimit, maxLimit }: Listing<Row>,
): { readonly rows: Row[]; readonly headers: Record<string, string> } {
  const limit = readLimit(query, defaultLimit, maxLimit)
  const rows: Row[] = []
  let lastKey: string | undefined
  for (const key of keys) {
    const row = toRow(key)
    if (row === undefined) continue
    if (rows.length === limit) return { rows, headers: toHeaders(path, query, lastKey ?? '') }
    rows.push(row)
    lastKey = key
  }
  return { rows, headers: {} }
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

function toHeaders(path: string, query: URLSearchParams, lastKey: string): Record<string, string> {
  const next = new URLSearchParams(query)
  next.set('last_evaluated_key', lastKey)
  return { 'x-soracom-next-key': lastKey, link: `<${path}?${next}>; rel=next` }
}
