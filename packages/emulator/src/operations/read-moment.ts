import { invalid } from './api-failure.ts'

/** A moment in a query, in the unit that the operation has; `undefined` where it is left out, 400 where it is none. */
export function readMoment(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (text === null || text === '') return undefined
  if (!/^\d{1,15}$/.test(text)) throw invalid(name, text)
  return Number(text)
}
