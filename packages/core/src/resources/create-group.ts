import type { Declaration } from '../declare/declaration.ts'
import type { CreateContext } from '../declare/define-resource.ts'
import { withHidden } from '../kit/redacted.ts'
import { type Group, type GroupOptions, namespacesOf } from './group.ts'
import type { Operator } from './operator-handle.ts'

/** Makes a group and configures it. */
export async function createGroup({
  options,
  needs,
  signal,
  phase,
}: CreateContext<GroupOptions, { readonly operator: Declaration<Operator> }>): Promise<Group> {
  const { operator } = needs
  const client = operator.client.withSignal(signal)
  phase('creating the group')
  let record = await client.groups.create({ tags: { ...options.tags } })
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
