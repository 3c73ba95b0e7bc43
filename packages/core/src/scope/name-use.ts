import type { FixtureSet } from '../declare/fixture-set.ts'

const key = Symbol.for('soracom-fixtures.uses')

/**
 * Names one use of a set, the same again when its file is loaded again: by the file, the names in the set, and which of
 * the file's sets with these names it is.
 */
export function nameUse(user: string, set: FixtureSet): string {
  const holder = globalThis as { [key]?: Map<string, number> }
  holder[key] ??= new Map()
  const name = `${user} ${Object.keys(set).join(' ')}`
  const number = (holder[key].get(name) ?? 0) + 1
  holder[key].set(name, number)
  return `${name} ${number}`
}
