import type { AuthRequest, AuthResponse, SwitchUserRequest } from '@soracom-fixtures/api'
import type { Call } from './call.ts'

/** Logging in and out. */
export function authCalls(call: Call) {
  return {
    /** Logs in by e-mail and password, as a SAM user, or by an auth key. Refused with 401 AUM0002 where that is wrong. */
    async authenticate(body: AuthRequest): Promise<AuthResponse> {
      return (
        await call<AuthResponse>({
          operationId: 'auth',
          method: 'POST',
          path: '/auth',
          body,
          repeat: 'safe',
          authenticated: false,
        })
      ).value
    },
    /** Becomes a SAM user whose trust policy allows it; the credentials of the client stay as they are. */
    async switchUser(body: SwitchUserRequest): Promise<AuthResponse> {
      return (
        await call<AuthResponse>({
          operationId: 'switchUser',
          method: 'POST',
          path: '/auth/switch_user',
          body,
          repeat: 'safe',
        })
      ).value
    },
    /** Makes the API key and the token invalid. */
    async logout(): Promise<void> {
      await call({ operationId: 'logout', method: 'POST', path: '/auth/logout', repeat: 'unsafe', answer: 'none' })
    },
  }
}
