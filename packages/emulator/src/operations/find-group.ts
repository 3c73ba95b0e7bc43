import type { GroupState, OperatorState } from '../state/operator.ts'
import { notFound } from './api-failure.ts'

/** A group of an operator; 404 for one that is unknown or another's. */
export function findGroup(operator: OperatorState, groupId = ''): GroupState {
  const group = operator.groups.get(groupId)
  if (!group) throw notFound('group', groupId)
  return group
}
