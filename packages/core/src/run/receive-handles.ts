import type { SoracomClient } from '@soracom-fixtures/client'
import type { Declaration } from '../declare/declaration.ts'
import { deepFreeze } from '../kit/deep-freeze.ts'
import type { SharedHandle, SharedHandles } from './share-handles.ts'

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
    made.push(resource.share ? resource.share.fromData(data, context) : deepFreeze(data))
  }
  return new Map(declarations.map((declaration, place) => [declaration, made[place]]))
}

function toNeeded(needs: SharedHandle['needs'], made: readonly unknown[]): object {
  const needed: Record<string, unknown> = {}
  for (const [name, places] of Object.entries(needs)) {
    needed[name] = typeof places === 'number' ? made[places] : places.map((place) => made[place])
  }
  return needed
}
