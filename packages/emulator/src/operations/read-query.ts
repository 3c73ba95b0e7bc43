import { invalid } from './api-failure.ts'

/** A whole number in a query; nothing where it is left out or empty, 400 where it is something else. */
export function readInteger(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name)
  if (!text) return undefined
  if (!/^-?\d{1,15}$/.test(text)) throw invalid(name, text)
  return Number(text)
}

/** One of several words in a query; nothing where it is left out or empty, 400 for another word. */
export function readWord<Word extends string>(
  query: URLSearchParams,
  name: string,
  words: readonly Word[],
): Word | undefined {
  const text = query.get(name)
  if (!text) return undefined
  const word = words.find((one) => one === text)
  if (word === undefined) throw invalid(name, text)
  return word
}
