import type { Reply } from '../wire/request.ts'
import type { Call, CallDescription } from './call.ts'

/**
 * Goes through a list page by page and follows the key that each page gives, in the header `x-soracom-next-key` or in
 * `link`. Rows are never counted: a page may hold fewer than its limit although more follow.
 */
export async function* paginate<Page, Row>(
  call: Call,
  description: CallDescription,
  toRows: (page: Page) => readonly Row[],
): AsyncGenerator<Row, void, undefined> {
  const seen = new Set<string>()
  let key: string | undefined
  do {
    const query = { ...description.query, ...(key === undefined ? {} : { last_evaluated_key: key }) }
    const { value, reply } = await call<Page>({ ...description, query })
    yield* toRows(value)
    key = toNextKey(reply)
    if (key !== undefined && seen.has(key)) {
      throw new Error(
        `${description.method} ${description.path} gave the key ${JSON.stringify(key)} of its next page twice.`,
      )
    }
    if (key !== undefined) seen.add(key)
  } while (key !== undefined)
}

function toNextKey({ headers }: Reply): string | undefined {
  const key = headers['x-soracom-next-key']
  if (key) return key
  const next = headers.link?.split(',').find((link) => /;\s*rel="?next"?/.test(link))
  const target = /<([^>]*)>/.exec(next ?? '')?.[1]
  return target ? (new URL(target, 'http://localhost').searchParams.get('last_evaluated_key') ?? undefined) : undefined
}
