import { type GroupNamespace, type GroupRecord, groupNamespaces } from '@soracom-fixtures/api'
import type { Declaration } from '../declare/declaration.ts'
import { defineResource } from '../declare/define-resource.ts'
import type { ResourceFactory } from '../declare/resource-factory.ts'
import { theOperator } from '../declare/the-operator.ts'
import { checkTags } from './check-tags.ts'
import type { Operator } from './operator-handle.ts'
import { shareHiding } from './share-hiding.ts'

/** What a group is declared with. */
export interface GroupOptions {
  /** Whose it is; the set's only operator unless told. */
  readonly operator?: Declaration<Operator>
  readonly tags?: Readonly<Record<string, string>>
  /** Keys and values by namespace. */
  readonly configuration?: { readonly [Namespace in GroupNamespace]?: Readonly<Record<string, unknown>> }
}

/** A group of SIMs that exists. */
export interface Group {
  readonly groupId: string
  readonly operatorId: string
  readonly tags: Readonly<Record<string, string>>
  readonly configuration: GroupRecord['configuration']
  /** The operator that it belongs to, with its client. Not printed. */
  readonly operator: Operator
}

/** A declared group. */
export type GroupDeclaration = Declaration<Group, GroupOptions, never>

/**
 * Declares a group, which SIMs join by `subscriber({ group })`.
 *
 * @example
 * const fleet = group({ tags: { name: 'fleet' }, configuration: { SoracomAir: { useCustomDns: false } } })
 * const meter = subscriber({ group: fleet })
 * const fx = useFixtures({ fleet, meter })
 */
export const group: ResourceFactory<GroupOptions, Group> = defineResource({
  kind: 'group',
  dependsOn: (options: GroupOptions) => ({ operator: options.operator ?? theOperator }),
  calls: (options) => 1 + namespacesOf(options).length,
  check: checkOptions,
  create: async (context) => await (await import('./create-group.ts')).createGroup(context),
  share: shareHiding<Group, 'operator'>('operator'),
})

/** The namespaces that a group is configured in. */
export function namespacesOf({
  configuration = {},
}: GroupOptions): [GroupNamespace, Readonly<Record<string, unknown>>][] {
  const entries = Object.entries(configuration) as [GroupNamespace, Readonly<Record<string, unknown>> | undefined][]
  return entries.flatMap(([namespace, values]) => (values ? [[namespace, values]] : []))
}

function checkOptions(options: GroupOptions): string[] {
  const unknown = namespacesOf(options)
    .filter(([namespace]) => !groupNamespaces.includes(namespace))
    .map(([namespace]) => `namespace ${JSON.stringify(namespace)} is unknown; there are ${groupNamespaces.join(', ')}`)
  return [...checkTags(options.tags), ...unknown]
}
