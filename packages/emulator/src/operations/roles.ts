import { roleOwners } from '@soracom-fixtures/api'
import { roleRequestSchema } from '@soracom-fixtures/api/schemas'
import { noContent, ok } from './answer.ts'
import { ApiFailure, invalid, notFound } from './api-failure.ts'
import { checkPermission } from './check-permission.ts'
import { findRole } from './find-role.ts'
import type { Operation } from './operation.ts'
import { readBody } from './read-body.ts'
import { toManagedRoleView, toRoleSummary, toRoleVersionView, toRoleView } from './views/role-view.ts'
import { toUserView } from './views/user-view.ts'

/** Roles: permissions that several SAM users can have. Those that SORACOM manages can be read, and not changed. */
export const roleOperations: readonly Operation[] = [
  {
    operationId: 'listRoles',
    handle({ world, operator, query }) {
      const owner = query.get('owner') || 'operator'
      const owners = owner === 'all' ? roleOwners : roleOwners.filter((one) => one === owner)
      if (owners.length === 0) throw invalid('owner', owner)
      const roles = [
        ...[...operator.roles.values()].map(toRoleView),
        ...world.settings.soracomManagedRoles.map(toManagedRoleView),
      ]
      return ok(roles.filter((role) => owners.some((one) => one === role.owner)).map(toRoleSummary))
    },
  },
  {
    operationId: 'getRole',
    handle: ({ world, operator, params }) => ok(findRole(operator, world.settings, params.role_id)),
  },
  {
    operationId: 'createRole',
    handle({ world, operator, params, body, nowMs }) {
      const roleId = params.role_id ?? ''
      const { permission, description } = readBody(roleRequestSchema, body)
      checkPermission(permission, world.settings)
      if (operator.roles.has(roleId)) throw new ApiFailure('EMU0102', ['role', roleId])
      const { maxRoles } = world.settings
      if (operator.roles.size >= maxRoles) throw new ApiFailure('EMU0103', ['role', maxRoles])
      operator.roles.set(roleId, {
        roleId,
        description: description ?? null,
        permission,
        createdMs: nowMs,
        updatedMs: nowMs,
      })
      // 200, where making a user is 201 (published document).
      return ok({ roleId })
    },
  },
  {
    operationId: 'updateRole',
    handle({ world, operator, params, body, nowMs }) {
      const roleId = params.role_id ?? ''
      const role = operator.roles.get(roleId)
      if (!role) throw notFound('role', roleId)
      const { permission, description } = readBody(roleRequestSchema, body)
      checkPermission(permission, world.settings)
      role.permission = permission
      if (description !== undefined) role.description = description
      role.updatedMs = nowMs
      return ok()
    },
  },
  {
    operationId: 'deleteRole',
    handle({ operator, params }) {
      const roleId = params.role_id ?? ''
      if (!operator.roles.has(roleId)) throw notFound('role', roleId)
      for (const { roleIds } of operator.users.values()) {
        if (roleIds.has(roleId)) throw new ApiFailure('EMU0108', [roleId])
      }
      operator.roles.delete(roleId)
      return noContent
    },
  },
  {
    operationId: 'listRoleAttachedUsers',
    handle({ world, operator, params }) {
      const { roleId } = findRole(operator, world.settings, params.role_id)
      const users = [...operator.users.values()].filter(({ roleIds }) => roleIds.has(roleId))
      return ok(users.map((user) => toUserView(operator, world.settings, user)))
    },
  },
  {
    operationId: 'listRoleVersions',
    handle({ world, operator, params }) {
      const roleId = params.role_id ?? ''
      if (operator.roles.has(roleId)) throw new ApiFailure('EMU0111', [roleId])
      const role = world.settings.soracomManagedRoles.find((one) => one.roleId === roleId)
      if (!role) throw notFound('role', roleId)
      return ok([toRoleVersionView(role)])
    },
  },
]
