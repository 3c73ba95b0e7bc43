import type { Declaration, Needs, Resource } from '../declare/declaration.ts'
import type { Plan } from '../plan/make-plan.ts'
import { assertPlain } from './assert-plain.ts'

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
      const data = toData(resource, handles.get(declaration))
      return { ...(implied ? {} : { name }), kind, data, needs: toPlaces(needs, places) }
    } catch (error) {
      throw new TypeError(`${name} (${kind}) cannot be shared by a run: ${(error as Error).message}`, { cause: error })
    }
  })
}

/** The declarations of a plan, in its order. */
export function declarationsOf({ steps }: Plan): readonly Declaration[] {
  return steps.map(({ declaration }) => declaration)
}

function toData({ share }: Resource, handle: unknown): unknown {
  if (share) return share.toData(handle)
  assertPlain(handle, 'the handle')
  return handle
}

function toPlaces(needs: Needs, places: ReadonlyMap<Declaration, number>): SharedHandle['needs'] {
  const placeOf = (need: Declaration) => places.get(need) as number
  const entries = Object.entries(needs).flatMap(([name, need]): [string, Places][] => {
    if (need === undefined) return []
    return [[name, Array.isArray(need) ? need.map(placeOf) : placeOf(need as Declaration)]]
  })
  return Object.fromEntries(entries)
}
