import { invalid } from './api-failure.ts'

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
