import { attachRoleRequestSchema } from '@soracom-fixtures/api/schemas'
import { ok } from './answer.ts'
import { ApiFailure, notFound } from './api-failure.ts'
import { roleOf } from './find-role.ts'
import { findUser } from './find-user.ts'
import type { Operation } from './operation.ts'
import { readBody } from './read-body.ts'

/** Roles of SAM users. */
export const userRoleOperations: readonly Operation[] = [
  {
    operationId: 'listUserRoles',
    handle: ({ world, operator, params }) =>
      ok(
        [...findUser(operator, params.user_name).roleIds].flatMap(
          (roleId) => roleOf(operator, world.settings, roleId) ?? [],
        ),
      ),
  },
  {
    operationId: 'attachRole',
    handle({ world, operator, params, body, nowMs }) {
      const user = findUser(operator, params.user_name)
      const { roleId } = readBody(attachRoleRequestSchema, body)
      // A role that is unknown is 400 here, and a user 404 (published document).
      if (!roleOf(operator, world.settings, roleId)) throw new ApiFailure('EMU0005', ['role', roleId], 400)
      if (user.roleIds.has(roleId)) throw new ApiFailure('EMU0109', [roleId, user.userName])
      user.roleIds.add(roleId)
      user.updatedMs = nowMs
      return ok()
    },
  },
  {
    operationId: 'detachRole',
    handle({ operator, params, nowMs }) {
      const user = findUser(operator, params.user_name)
      const roleId = params.role_id ?? ''
      if (!user.roleIds.delete(roleId)) throw notFound('role', roleId)
      user.updatedMs = nowMs
      // 200 without a body, where most deletions are 204 (published document).
      return ok()
    },
  },
]
