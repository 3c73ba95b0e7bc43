import type { EnabledUserMfa, UserMfaStatus, VerifyUserMfaRequest } from '@soracom-fixtures/api'
import type { Call } from './call.ts'

const path = '/operators/{operatorId}/users/{userName}/mfa'

/** Multi-factor authentication of SAM users. */
export function userMfaCalls(call: Call) {
  return {
    /** Tells how far it is. */
    async getMfaStatus(operatorId: string, userName: string): Promise<UserMfaStatus> {
      return (
        await call<UserMfaStatus>({
          operationId: 'getUserMFAStatus',
          method: 'GET',
          path,
          params: { operatorId, userName },
          repeat: 'safe',
        })
      ).value
    },
    /** Begins it; the answer alone holds the secret. It counts once a code has been verified. */
    async enableMfa(operatorId: string, userName: string): Promise<EnabledUserMfa> {
      return (
        await call<EnabledUserMfa>({
          operationId: 'enableUserMFA',
          method: 'POST',
          path,
          params: { operatorId, userName },
          repeat: 'unsafe',
        })
      ).value
    },
    /** Makes it count, by a code of the authenticator. */
    async verifyMfa(operatorId: string, userName: string, body: VerifyUserMfaRequest): Promise<void> {
      await call({
        operationId: 'verifyUserMFA',
        method: 'POST',
        path: `${path}/verify`,
        params: { operatorId, userName },
        body,
        repeat: 'unsafe',
        answer: 'none',
      })
    },
    /** Ends it. */
    async revokeMfa(operatorId: string, userName: string): Promise<void> {
      await call({
        operationId: 'revokeUserMFA',
        method: 'DELETE',
        path,
        params: { operatorId, userName },
        repeat: 'safe',
        answer: 'none',
      })
    },
  }
}
