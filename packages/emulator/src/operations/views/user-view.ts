import type { UserRecord } from '@soracom-fixtures/api'
import type { EmulatorSettings } from '../../settings.ts'
import type { OperatorState } from '../../state/operator.ts'
import type { UserState } from '../../state/user.ts'
import { roleOf } from '../find-role.ts'
import { toAuthKeyView } from './auth-key-view.ts'
import { toRoleSummary } from './role-view.ts'

/** A SAM user as the API shows it. */
export function toUserView(operator: OperatorState, settings: EmulatorSettings, user: UserState): UserRecord {
  const roles = [...user.roleIds].flatMap((roleId) => roleOf(operator, settings, roleId) ?? [])
  return {
    userName: user.userName,
    description: user.description,
    authKeyList: [...user.authKeys.values()].map(toAuthKeyView),
    roleList: roles.map(toRoleSummary),
    hasPassword: user.password !== null,
    permission: user.permission ?? settings.unsetPermission,
    createDateTime: Math.floor(user.createdMs / 1000),
    updateDateTime: Math.floor(user.updatedMs / 1000),
  }
}
