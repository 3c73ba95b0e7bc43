import type {
  DefaultPermissions,
  DefaultPermissionsRequest,
  UserPermission,
  UserPermissionRequest,
  UserTrustPolicy,
  UserTrustPolicyRequest,
} from '@soracom-fixtures/api'
import type { Call } from './call.ts'

const path = '/operators/{operatorId}/users/{userName}'
const defaultsPath = '/operators/{operatorId}/users/default_permissions'

/**
 * What SAM users may do, and who may switch to them. Permissions and trust policies are texts that hold JSON; a change
 * counts for tokens that are made after it.
 */
export function userPermissionCalls(call: Call) {
  return {
    /** Reads what a SAM user may do by itself, without its roles and the default permissions. */
    async getPermission(operatorId: string, userName: string): Promise<UserPermission> {
      return (
        await call<UserPermission>({
          operationId: 'getUserPermission',
          method: 'GET',
          path: `${path}/permission`,
          params: { operatorId, userName },
          repeat: 'safe',
        })
      ).value
    },
    /** Sets what a SAM user may do. */
    async updatePermission(operatorId: string, userName: string, body: UserPermissionRequest): Promise<void> {
      await call({
        operationId: 'updateUserPermission',
        method: 'PUT',
        path: `${path}/permission`,
        params: { operatorId, userName },
        body,
        repeat: 'safe',
        answer: 'none',
      })
    },
    /** Takes away what a SAM user may do by itself. */
    async deletePermission(operatorId: string, userName: string): Promise<void> {
      await call({
        operationId: 'deleteUserPermission',
        method: 'DELETE',
        path: `${path}/permission`,
        params: { operatorId, userName },
        repeat: 'safe',
        answer: 'none',
      })
    },
    /** Reads what all SAM users may do. */
    async getDefaultPermissions(operatorId: string): Promise<DefaultPermissions> {
      return (
        await call<DefaultPermissions>({
          operationId: 'getDefaultPermissions',
          method: 'GET',
          path: defaultsPath,
          params: { operatorId },
          repeat: 'safe',
        })
      ).value
    },
    /** Sets what all SAM users may do. */
    async updateDefaultPermissions(operatorId: string, body: DefaultPermissionsRequest): Promise<void> {
      await call({
        operationId: 'updateDefaultPermissions',
        method: 'PUT',
        path: defaultsPath,
        params: { operatorId },
        body,
        repeat: 'safe',
        answer: 'none',
      })
    },
    /** Takes away what all SAM users may do. */
    async deleteDefaultPermissions(operatorId: string): Promise<void> {
      await call({
        operationId: 'deleteDefaultPermissions',
        method: 'DELETE',
        path: defaultsPath,
        params: { operatorId },
        repeat: 'safe',
        answer: 'none',
      })
    },
    /** Reads who may switch to a SAM user. */
    async getTrustPolicy(operatorId: string, userName: string): Promise<UserTrustPolicy> {
      return (
        await call<UserTrustPolicy>({
          operationId: 'getUserTrustPolicy',
          method: 'GET',
          path: `${path}/trust_policy`,
          params: { operatorId, userName },
          repeat: 'safe',
        })
      ).value
    },
    /** Sets who may switch to a SAM user. */
    async updateTrustPolicy(operatorId: string, userName: string, body: UserTrustPolicyRequest): Promise<void> {
      await call({
        operationId: 'updateUserTrustPolicy',
        method: 'PUT',
        path: `${path}/trust_policy`,
        params: { operatorId, userName },
        body,
        repeat: 'safe',
        answer: 'none',
      })
    },
    /** Lets nobody switch to a SAM user any more. */
    async deleteTrustPolicy(operatorId: string, userName: string): Promise<void> {
      await call({
        operationId: 'deleteUserTrustPolicy',
        method: 'DELETE',
        path: `${path}/trust_policy`,
        params: { operatorId, userName },
        repeat: 'safe',
        answer: 'none',
      })
    },
  }
}
