import type { GroupRecord } from '@soracom-fixtures/api'
import type { GroupState } from '../../state/operator.ts'

/** A group as the API shows it. */
export function toGroupView(group: GroupState, operatorId: string): GroupRecord {
  return {
    groupId: group.groupId,
    operatorId,
    tags: Object.fromEntries(group.tags),
    configuration: Object.fromEntries(
      [...group.configuration].map(([namespace, entries]) => [namespace, Object.fromEntries(entries)]),
    ),
    createdAt: group.createdMs,
    createdTime: group.createdMs,
    lastModifiedAt: group.modifiedMs,
    lastModifiedTime: group.modifiedMs,
  }
}
