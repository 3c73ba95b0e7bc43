import type { RoleRecord } from '@soracom-fixtures/api'
import type { EmulatorSettings } from '../settings.ts'
import type { OperatorState } from '../state/operator.ts'
import { notFound } from './api-failure.ts'
import { toManagedRoleView, toRoleView } from './views/role-view.ts'

/** A role that an operator made, or that SORACOM manages; 404 for any other. */
export function findRole(operator: OperatorState, settings: EmulatorSettings, roleId = ''): RoleRecord {
  const role = roleOf(operator, settings, roleId)
  if (!role) throw notFound('role', roleId)
  return role
}

/** The same, or `undefined` for any other. */
export function roleOf(operator: OperatorState, settings: EmulatorSettings, roleId: string): RoleRecord | undefined {
  const own = operator.roles.get(roleId)
  if (own) return toRoleView(own)
  const managed = settings.soracomManagedRoles.find((role) => role.roleId === roleId)
  return managed && toManagedRoleView(managed)
}
