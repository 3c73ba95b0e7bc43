import type { SoracomClient } from '@soracom-fixtures/client'
import type { Declaration, Needs } from '../declare/declaration.ts'
import type { Plan } from '../plan/make-plan.ts'

/** A handle of a set as data that JSON carries. */
export interface SharedHandle {
  /** What its declaration is called, where the set names it. */
  readonly name?: string
  readonly kind: string
  readonly data: unknown
  /** The places of what it needs, in the order of the plan. */
  readonly needs: Readonly<Record<string, Places>>
}

type Places = number | readonly number[]

/** The handles of a set in the order of its plan, each after what it needs. */
export type SharedHandles = readonly SharedHandle[]

/**
 * Turns the handles of a run-wide set into data for other processes.
 *
 * @throws {TypeError} that names the fixture, when a handle is more than plain data and its resource cannot share it.
 */
export function shareHandles({ steps }: Plan, handles: ReadonlyMap<Declaration, unknown>): SharedHandles {
  const places = new Map(steps.map(({ declaration }, place) => [declaration, place]))
  return steps.map(({ declaration, name, needs, implied }) => {
    const { kind, resource } = declaration
    try {
      const data = resource.share.toData(handles.get(declaration))
      return { ...(implied ? {} : { name }), kind, data, needs: toPlaces(needs, places) }
    } catch (error) {
      throw new TypeError(`${name} (${kind}) cannot be shared by a run: ${(error as Error).message}`, { cause: error })
    }
  })
}

/**
 * Makes handles of the data of another process for declarations in the order of their plan; nothing where the data is of
 * a set with other ones. The client is asked for when a handle needs it first.
 */
export function receiveHandles(
  declarations: readonly Declaration[],
  shared: SharedHandles,
  client: () => SoracomClient,
): Map<Declaration, unknown> | undefined {
  if (declarations.length !== shared.length) return undefined
  const made: unknown[] = []
  for (const [place, { kind, data, needs }] of shared.entries()) {
    const { kind: wanted, resource } = declarations[place] as Declaration
    if (kind !== wanted) return undefined
    const context = {
      needs: toNeeded(needs, made),
      get client() {
        return client()
      },
    }
    made.push(resource.share.fromData(data, context))
  }
  return new Map(declarations.map((declaration, place) => [declaration, made[place]]))
}

/** The declarations of a plan, in its order. */
export function declarationsOf({ steps }: Plan): readonly Declaration[] {
  return steps.map(({ declaration }) => declaration)
}

function toPlaces(needs: Needs, places: ReadonlyMap<Declaration, number>): SharedHandle['needs'] {
  const placeOf = (need: Declaration) => places.get(need) as number
  const entries = Object.entries(needs).flatMap(([name, need]): [string, Places][] => {
    if (need === undefined) return []
    return [[name, Array.isArray(need) ? need.map(placeOf) : placeOf(need as Declaration)]]
  })
  return Object.fromEntries(entries)
}

function toNeeded(needs: SharedHandle['needs'], made: readonly unknown[]): object {
  const needed: Record<string, unknown> = {}
  for (const [name, places] of Object.entries(needs)) {
    needed[name] = typeof places === 'number' ? made[places] : places.map((place) => made[place])
  }
  return needed
}
