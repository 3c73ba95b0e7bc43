import { readWord } from './read-query.ts'

/** Keys as `sort` asks for them, behind the last of the page before; `keys` are in rising order. */
export function keysInOrder(
  keys: readonly string[],
  query: URLSearchParams,
  defaultSort: 'asc' | 'desc',
): readonly string[] {
  const sort = readWord(query, 'sort', ['asc', 'desc']) ?? defaultSort
  const ordered = sort === 'asc' ? keys : keys.toReversed()
  const last = query.get('last_evaluated_key')
  const at = last ? ordered.indexOf(last) : -1
  return ordered.slice(at + 1)
}
