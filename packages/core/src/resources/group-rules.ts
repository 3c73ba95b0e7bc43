import { type GroupNamespace, groupNamespaces } from '@soracom-fixtures/api'
import type { Rules } from '../planning/rules.ts'
import { checkTags } from './check-tags.ts'
import type { GroupOptions } from './group.ts'

/** How a group is planned. */
export const groupRules: Rules<GroupOptions> = {
  calls: (options) => 1 + namespacesOf(options).length,
  check: checkOptions,
}

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
