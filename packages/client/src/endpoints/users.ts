import type {
  AuthKeyResponse,
  CreateUserPasswordRequest,
  GeneratedAuthKey,
  UpdateUserPasswordRequest,
  UserPasswordState,
  UserRecord,
  UserRequest,
} from '@soracom-fixtures/api'
import type { Call } from './call.ts'
import { userMfaCalls } from './user-mfa.ts'
import { userPermissionCalls } from './user-permissions.ts'

const path = '/operators/{operatorId}/users/{userName}'

/** SAM users of an operator: what they log in with, what they may do, who may switch to them. */
export function userCalls(call: Call) {
  return {
    ...userPermissionCalls(call),
    ...userMfaCalls(call),
    /** Lists the SAM users. */
    async list(operatorId: string): Promise<UserRecord[]> {
      return (
        await call<UserRecord[]>({
          operationId: 'listUsers',
          method: 'GET',
          path: '/operators/{operatorId}/users',
          params: { operatorId },
          repeat: 'safe',
        })
      ).value
    },
    /** Reads a SAM user. */
    async get(operatorId: string, userName: string): Promise<UserRecord> {
      return (
        await call<UserRecord>({
          operationId: 'getUser',
          method: 'GET',
          path,
          params: { operatorId, userName },
          repeat: 'safe',
        })
      ).value
    },
    /** Makes a SAM user. It can log in once it has a password or an auth key, and may do nothing until it is let. */
    async create(operatorId: string, userName: string, body: UserRequest = {}): Promise<void> {
      await call({
        operationId: 'createUser',
        method: 'POST',
        path,
        params: { operatorId, userName },
        body,
        repeat: 'unsafe',
        answer: 'none',
      })
    },
    /** Changes the description of a SAM user. */
    async update(operatorId: string, userName: string, body: UserRequest): Promise<void> {
      await call({
        operationId: 'updateUser',
        method: 'PUT',
        path,
        params: { operatorId, userName },
        body,
        repeat: 'safe',
        answer: 'none',
      })
    },
    /** Deletes a SAM user, with its auth keys and tokens. */
    async delete(operatorId: string, userName: string): Promise<void> {
      await call({
        operationId: 'deleteUser',
        method: 'DELETE',
        path,
        params: { operatorId, userName },
        repeat: 'safe',
        answer: 'none',
      })
    },
    /** Makes all tokens of a SAM user invalid. */
    async revokeTokens(operatorId: string, userName: string): Promise<void> {
      await call({
        operationId: 'revokeUserAuthTokens',
        method: 'DELETE',
        path: `${path}/tokens`,
        params: { operatorId, userName },
        repeat: 'safe',
        answer: 'none',
      })
    },
    /** Lists the auth keys of a SAM user, without the keys themselves. */
    async listAuthKeys(operatorId: string, userName: string): Promise<AuthKeyResponse[]> {
      return (
        await call<AuthKeyResponse[]>({
          operationId: 'listUserAuthKeys',
          method: 'GET',
          path: `${path}/auth_keys`,
          params: { operatorId, userName },
          repeat: 'safe',
        })
      ).value
    },
    /** Makes an auth key; the answer alone holds it. */
    async generateAuthKey(operatorId: string, userName: string): Promise<GeneratedAuthKey> {
      return (
        await call<GeneratedAuthKey>({
          operationId: 'generateUserAuthKey',
          method: 'POST',
          path: `${path}/auth_keys`,
          params: { operatorId, userName },
          repeat: 'unsafe',
        })
      ).value
    },
    /** Reads an auth key, without the key itself. */
    async getAuthKey(operatorId: string, userName: string, authKeyId: string): Promise<AuthKeyResponse> {
      return (
        await call<AuthKeyResponse>({
          operationId: 'getUserAuthKey',
          method: 'GET',
          path: `${path}/auth_keys/{authKeyId}`,
          params: { operatorId, userName, authKeyId },
          repeat: 'safe',
        })
      ).value
    },
    /** Deletes an auth key. */
    async deleteAuthKey(operatorId: string, userName: string, authKeyId: string): Promise<void> {
      await call({
        operationId: 'deleteUserAuthKey',
        method: 'DELETE',
        path: `${path}/auth_keys/{authKeyId}`,
        params: { operatorId, userName, authKeyId },
        repeat: 'safe',
        answer: 'none',
      })
    },
    /** Tells whether a SAM user has a password. */
    async hasPassword(operatorId: string, userName: string): Promise<UserPasswordState> {
      return (
        await call<UserPasswordState>({
          operationId: 'hasUserPassword',
          method: 'GET',
          path: `${path}/password`,
          params: { operatorId, userName },
          repeat: 'safe',
        })
      ).value
    },
    /** Gives a SAM user its password. */
    async createPassword(operatorId: string, userName: string, body: CreateUserPasswordRequest): Promise<void> {
      await call({
        operationId: 'createUserPassword',
        method: 'POST',
        path: `${path}/password`,
        params: { operatorId, userName },
        body,
        repeat: 'unsafe',
        answer: 'none',
      })
    },
    /** Changes the password of a SAM user. Not repeated: the second time the current password is another. */
    async updatePassword(operatorId: string, userName: string, body: UpdateUserPasswordRequest): Promise<void> {
      await call({
        operationId: 'updateUserPassword',
        method: 'PUT',
        path: `${path}/password`,
        params: { operatorId, userName },
        body,
        repeat: 'unsafe',
        answer: 'none',
      })
    },
    /** Takes the password of a SAM user away. */
    async deletePassword(operatorId: string, userName: string): Promise<void> {
      await call({
        operationId: 'deleteUserPassword',
        method: 'DELETE',
        path: `${path}/password`,
        params: { operatorId, userName },
        repeat: 'safe',
        answer: 'none',
      })
    },
  }
}
