import type { GroupNamespace, GroupRecord } from '@soracom-fixtures/api'
import type { Declaration } from '../declare/declaration.ts'
import { defineResource } from '../declare/define-resource.ts'
import type { ResourceFactory } from '../declare/resource-factory.ts'
import { theOperator } from '../declare/the-operator.ts'
import { rulesOf } from '../planning/rules-of.ts'
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
  ...rulesOf(({ groupRules }) => groupRules),
  create: async (context) => await (await import('./create-group.ts')).createGroup(context),
  share: shareHiding<Group, 'operator'>('operator'),
})
