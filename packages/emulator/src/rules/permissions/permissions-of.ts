import type { EmulatorSettings } from '../../settings.ts'
import type { OperatorState } from '../../state/operator.ts'
import type { UserState } from '../../state/user.ts'
import { type Permission, parsePermission } from './parse-statements.ts'

/** What a SAM user may do now: by its own permission, by each of its roles, and by the default permissions of all. */
export function permissionsOf(
  operator: OperatorState,
  user: UserState,
  { soracomManagedRoles }: Pick<EmulatorSettings, 'soracomManagedRoles'>,
): Permission[] {
  const roles = [...user.roleIds].map(
    (roleId) => operator.roles.get(roleId) ?? soracomManagedRoles.find((role) => role.roleId === roleId),
  )
  const texts = [user.permission, ...roles.map((role) => role?.permission), operator.defaultPermissions]
  return texts.flatMap((text) => (text === null || text === undefined ? [] : [toPermission(text)]))
}

// A text that does not do was refused when it was set. Words that are not known were not, where the settings let them be;
// whether they count is asked with each call.
function toPermission(text: string): Permission {
  const read = parsePermission(text, 'unmet')
  if ('problem' in read) throw new Error(`A permission that was kept is not valid: ${read.problem}`)
  return read.value
}
