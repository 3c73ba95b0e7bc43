import { type SimFilter, toSimFilter } from '../rules/sim-filter.ts'
import { invalid } from './api-failure.ts'

/** The filter of a list. A tag's name needs the value that is looked for, an empty one too (published document). */
export function readSimFilter(query: URLSearchParams): SimFilter {
  const filter = toSimFilter(query)
  if (filter.tagName !== null && filter.tagValue === null) throw invalid('tag_value', '')
  return filter
}
