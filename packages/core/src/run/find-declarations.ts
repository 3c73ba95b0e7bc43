import { type Declaration, isDeclaration } from '../declare/declaration.ts'
import type { FixtureSet, FixtureSetEntry } from '../declare/fixture-set.ts'
import { isTheOperator } from '../declare/is-the-operator.ts'
import { operator } from '../resources/operator.ts'
import type { SharedHandles } from './share-handles.ts'

/**
 * Finds the declarations of a set that the handles of another process are of, in their order; nothing where the set has
 * others. It follows what is written there of the plan, since a file that only reads handles loads nothing that plans.
 */
export function findDeclarations(set: FixtureSet, shared: SharedHandles): readonly Declaration[] | undefined {
  const places = new Map(shared.map(({ name }, place) => [name, place]))
  const found: Declaration[] = []
  // What is left to be followed, and where it stands; iterative, since chains can be long.
  const open: { readonly declaration: Declaration; readonly place: number | undefined }[] = []
  const openNamed = (name: string, entry: FixtureSetEntry): void => {
    if (isDeclaration(entry)) open.push({ declaration: entry, place: places.get(name) })
    else for (const [index, one] of entry.entries()) openNamed(`${name}[${index}]`, one)
  }
  for (const [name, entry] of Object.entries(set)) openNamed(name, entry)
  for (let next = open.pop(); next; next = open.pop()) {
    const { declaration, place } = next
    const written = shared[place ?? -1]
    if (place === undefined || !written) return undefined
    // The only operator is what stands in its place, whether the set declares it or not.
    if (isTheOperator(declaration) || found[place] === declaration) continue
    if (found[place] || written.kind !== declaration.kind) return undefined
    found[place] = declaration
    for (const [name, need] of Object.entries(declaration.resource.dependsOn(declaration.options))) {
      const [declarations, ofNeed] = [[need].flat(), [written.needs[name]].flat()]
      for (const [index, one] of declarations.entries()) if (one) open.push({ declaration: one, place: ofNeed[index] })
    }
  }
  const declarations = shared.map(({ kind }, place) => found[place] ?? (kind === 'operator' ? operator() : undefined))
  return declarations.every((one) => one !== undefined) ? declarations : undefined
}
