import type { Declaration, Needs } from '../declare/declaration.ts'

/** Every declaration that is needed, in the order of the needs. */
export function listNeeds(needs: Needs): readonly Declaration[] {
  const listed: Declaration[] = []
  for (const name in needs) {
    const need = needs[name]
    if (Array.isArray(need)) for (const one of need as readonly Declaration[]) listed.push(one)
    else if (need !== undefined) listed.push(need as Declaration)
  }
  return listed
}
