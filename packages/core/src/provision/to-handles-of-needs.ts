import type { Declaration, Needs } from '../declare/declaration.ts'

/** The handles of what a declaration needs, under the names that its resource reads them by. */
export function toHandlesOfNeeds(
  needs: Needs,
  handles: ReadonlyMap<Declaration, unknown>,
): Readonly<Record<string, unknown>> {
  const read = (need: Declaration) => handles.get(need)
  return Object.fromEntries(
    Object.entries(needs).map(([name, need]) => {
      if (need === undefined) return [name, undefined]
      return [name, Array.isArray(need) ? need.map(read) : read(need as Declaration)]
    }),
  )
}
