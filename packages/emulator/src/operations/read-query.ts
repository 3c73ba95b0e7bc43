import { invalid } from './api-failure.ts'

/** A moment in a query, in the unit that the operation has; `undefined` where it is left out, 400 where it is none. */
export function readMoment(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (text === null || text === '') return undefined
  if (!/^\d{1,15}$/.test(text)) throw invalid(name, text)
  return Number(text)
}

/** One of the words that a parameter can be, its first where it is left out; 400 for any other. */
export function readChoice<Choice extends string>(
  query: URLSearchParams,
  name: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const text = query.get(name)
  if (text === null || text === '') return choices[0]
  const choice = choices.find((one) => one === text)
  if (choice === undefined) throw invalid(name, text)
  return choice
}
