import type { SoracomClient } from '@soracom-fixtures/client'
import type { Declaration } from '../declare/declaration.ts'
import type { OrderedMember } from '../plan/order-fixtures.ts'
import type { Plan } from '../plan/plan-fixtures.ts'
import { toHandlesOfNeeds } from '../provision/to-handles-of-needs.ts'

/** The handles of a set as data that JSON carries, in the order of its plan. */
export type SharedHandles = readonly { readonly kind: string; readonly data: unknown }[]

/**
 * Turns the handles of a run-wide set into data for other processes.
 *
 * @throws {TypeError} that names the fixture, when a handle is more than plain data and its resource cannot share it.
 */
export function shareHandles({ steps }: Plan, handles: ReadonlyMap<Declaration, unknown>): SharedHandles {
  return steps.map(({ declaration, name }) => {
    const { kind, resource } = declaration
    try {
      return { kind, data: resource.share.toData(handles.get(declaration)) }
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
  order: readonly Pick<OrderedMember, 'declaration' | 'needs'>[],
  shared: SharedHandles,
  client: () => SoracomClient,
): Map<Declaration, unknown> | undefined {
  if (order.length !== shared.length) return undefined
  const handles = new Map<Declaration, unknown>()
  for (const [index, { declaration, needs }] of order.entries()) {
    const { kind, data } = shared[index] as SharedHandles[number]
    if (kind !== declaration.kind) return undefined
    const context = {
      needs: toHandlesOfNeeds(needs, handles),
      get client() {
        return client()
      },
    }
    handles.set(declaration, declaration.resource.share.fromData(data, context))
  }
  return handles
}
