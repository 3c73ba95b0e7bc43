import type { GroupRecord } from '@soracom-fixtures/api'
import type { Platform } from '../platform/platform.ts'
import type { Operator } from './operator-handle.ts'

/** The groups of an operator that a set makes together with it. */
export interface GroupsOfSet {
  /** Takes a group for one declaration; false where another has it already. */
  take(group: GroupRecord): boolean
}

const madeBy = new WeakMap<Operator, Platform>()
const takenOf = new WeakMap<Operator, Set<string>>()

/** Notes the platform by which an operator is made, which each set has its own of. */
export function noteMaker(operator: Operator, platform: Platform): void {
  madeBy.set(operator, platform)
}

/**
 * Gives the groups of an operator that the same set makes. Nothing for one that was there before: its groups may be of
 * tests and of other processes.
 */
export function groupsOfSet(operator: Operator, platform: Platform): GroupsOfSet | undefined {
  if (madeBy.get(operator) !== platform) return undefined
  const taken = takenOf.get(operator) ?? new Set()
  takenOf.set(operator, taken)
  return {
    take({ groupId }) {
      if (taken.has(groupId)) return false
      taken.add(groupId)
      return true
    },
  }
}
