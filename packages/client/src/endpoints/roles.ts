import type {
  AttachRoleRequest,
  CreatedRole,
  RoleOwner,
  RoleRecord,
  RoleRequest,
  RoleSummary,
  RoleVersion,
  UserRecord,
} from '@soracom-fixtures/api'
import type { Call } from './call.ts'

const path = '/operators/{operatorId}/roles/{roleId}'
const userPath = '/operators/{operatorId}/users/{userName}/roles'

/** Roles, and the SAM users that have them. A change counts for tokens that are made after it. */
export function roleCalls(call: Call) {
  return {
    /** Lists the roles of the operator; those of SORACOM, or all, where that is asked for. */
    async list(operatorId: string, owner?: RoleOwner | 'all'): Promise<RoleSummary[]> {
      return (
        await call<RoleSummary[]>({
          operationId: 'listRoles',
          method: 'GET',
          path: '/operators/{operatorId}/roles',
          params: { operatorId },
          query: { owner },
          repeat: 'safe',
        })
      ).value
    },
    /** Reads a role. */
    async get(operatorId: string, roleId: string): Promise<RoleRecord> {
      return (
        await call<RoleRecord>({
          operationId: 'getRole',
          method: 'GET',
          path,
          params: { operatorId, roleId },
          repeat: 'safe',
        })
      ).value
    },
    /** Makes a role; its permission is a text that holds JSON. */
    async create(operatorId: string, roleId: string, body: RoleRequest): Promise<CreatedRole> {
      return (
        await call<CreatedRole>({
          operationId: 'createRole',
          method: 'POST',
          path,
          params: { operatorId, roleId },
          body,
          repeat: 'unsafe',
        })
      ).value
    },
    /** Changes a role of the operator. */
    async update(operatorId: string, roleId: string, body: RoleRequest): Promise<void> {
      await call({
        operationId: 'updateRole',
        method: 'PUT',
        path,
        params: { operatorId, roleId },
        body,
        repeat: 'safe',
        answer: 'none',
      })
    },
    /** Deletes a role that no user has. */
    async delete(operatorId: string, roleId: string): Promise<void> {
      await call({
        operationId: 'deleteRole',
        method: 'DELETE',
        path,
        params: { operatorId, roleId },
        repeat: 'safe',
        answer: 'none',
      })
    },
    /** Lists the SAM users that have a role. */
    async listUsers(operatorId: string, roleId: string): Promise<UserRecord[]> {
      return (
        await call<UserRecord[]>({
          operationId: 'listRoleAttachedUsers',
          method: 'GET',
          path: `${path}/users`,
          params: { operatorId, roleId },
          repeat: 'safe',
        })
      ).value
    },
    /** Lists the versions of a role that SORACOM manages. */
    async listVersions(operatorId: string, roleId: string): Promise<RoleVersion[]> {
      return (
        await call<RoleVersion[]>({
          operationId: 'listRoleVersions',
          method: 'GET',
          path: `${path}/versions`,
          params: { operatorId, roleId },
          repeat: 'safe',
        })
      ).value
    },
    /** Lists the roles of a SAM user. */
    async listOfUser(operatorId: string, userName: string): Promise<RoleRecord[]> {
      return (
        await call<RoleRecord[]>({
          operationId: 'listUserRoles',
          method: 'GET',
          path: userPath,
          params: { operatorId, userName },
          repeat: 'safe',
        })
      ).value
    },
    /** Gives a SAM user a role. Not repeated: a role that it has already is refused. */
    async attach(operatorId: string, userName: string, body: AttachRoleRequest): Promise<void> {
      await call({
        operationId: 'attachRole',
        method: 'POST',
        path: userPath,
        params: { operatorId, userName },
        body,
        repeat: 'unsafe',
        answer: 'none',
      })
    },
    /** Takes a role from a SAM user. */
    async detach(operatorId: string, userName: string, roleId: string): Promise<void> {
      await call({
        operationId: 'detachRole',
        method: 'DELETE',
        path: `${userPath}/{roleId}`,
        params: { operatorId, userName, roleId },
        repeat: 'safe',
        answer: 'none',
      })
    },
  }
}
