import { defaultPermissionsRequestSchema, userPermissionRequestSchema } from '@soracom-fixtures/api/schemas'
import { noContent, ok } from './answer.ts'
import { checkPermission } from './check-permission.ts'
import { findUser } from './find-user.ts'
import type { Operation } from './operation.ts'
import { readBody } from './read-body.ts'

/** What SAM users may do: each by a permission of its own, and all by the default permissions. */
export const userPermissionOperations: readonly Operation[] = [
  {
    operationId: 'getUserPermission',
    handle: ({ world, operator, params }) =>
      ok({ permission: findUser(operator, params.user_name).permission ?? world.settings.unsetPermission }),
  },
  {
    operationId: 'updateUserPermission',
    handle({ world, operator, params, body, nowMs }) {
      const user = findUser(operator, params.user_name)
      // The description that the request can have is in no answer of the API.
      const { permission } = readBody(userPermissionRequestSchema, body)
      checkPermission(permission, world.settings)
      user.permission = permission
      user.updatedMs = nowMs
      return ok()
    },
  },
  {
    operationId: 'deleteUserPermission',
    handle({ operator, params, nowMs }) {
      const user = findUser(operator, params.user_name, 400)
      user.permission = null
      user.updatedMs = nowMs
      return noContent
    },
  },
  {
    operationId: 'getDefaultPermissions',
    foreignOperatorStatus: 404,
    handle: ({ world, operator }) =>
      ok({ defaultPermissions: operator.defaultPermissions ?? world.settings.unsetPermission }),
  },
  {
    operationId: 'updateDefaultPermissions',
    handle({ world, operator, body }) {
      const { permissions } = readBody(defaultPermissionsRequestSchema, body)
      checkPermission(permissions, world.settings)
      operator.defaultPermissions = permissions
      return { status: 202 }
    },
  },
  {
    operationId: 'deleteDefaultPermissions',
    foreignOperatorStatus: 404,
    handle({ operator }) {
      operator.defaultPermissions = null
      return noContent
    },
  },
]
