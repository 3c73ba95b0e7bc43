import type { GroupRecord } from '@soracom-fixtures/api'
import type { SoracomClient } from '@soracom-fixtures/client'
import type { Declaration } from '../declare/declaration.ts'
import type { CreateContext } from '../declare/define-resource.ts'
import { withHidden } from '../kit/redacted.ts'
import type { Group, GroupOptions } from './group.ts'
import { namespacesOf } from './group-rules.ts'
import { groupsOfSet } from './groups-of-set.ts'
import { once } from './once.ts'
import type { Operator } from './operator-handle.ts'

type Context = CreateContext<GroupOptions, { readonly operator: Declaration<Operator> }>

/** Makes a group and configures it. */
export async function createGroup(context: Context): Promise<Group> {
  const { options, needs, signal, phase } = context
  const { operator } = needs
  const client = operator.client.withSignal(signal)
  let record = await makeGroup(context, client)
  for (const [namespace, values] of namespacesOf(options)) {
    phase(`configuring ${namespace}`)
    const update = Object.entries(values).map(([key, value]) => ({ key, value }))
    record = await client.groups.putConfiguration(record.groupId, namespace, update)
  }
  const { groupId, operatorId, tags, configuration } = record
  return Object.freeze(
    withHidden(
      { groupId, operatorId, tags: Object.freeze({ ...tags }), configuration: Object.freeze(configuration) },
      { operator },
    ),
  )
}

// A group has no name to be known by. Where the set has made its operator as well, all groups there are the set's own, and
// of those with the same tags one is as good as another: each declaration takes one that no other has.
async function makeGroup({ options, needs, platform, phase, signal }: Context, client: SoracomClient) {
  const tags = { ...options.tags }
  const own = groupsOfSet(needs.operator, platform)
  if (!own) {
    phase('creating the group')
    return await client.groups.create({ tags })
  }
  const look = async (): Promise<GroupRecord | undefined> => {
    for await (const group of client.groups.list()) if (hasTags(group, tags) && own.take(group)) return group
    return undefined
  }
  const act = async (): Promise<GroupRecord> => {
    const made = await client.groups.create({ tags })
    if (own.take(made)) return made
    // Whoever had lost its own answer has taken it.
    return (await look()) ?? (await act())
  }
  return await once({ phase, signal }, 'creating the group', { act, look })
}

function hasTags({ tags }: GroupRecord, wanted: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(wanted)
  return Object.keys(tags).length === names.length && names.every((name) => tags[name] === wanted[name])
}
