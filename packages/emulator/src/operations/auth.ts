import type { AuthRequest, AuthResponse } from '@soracom-fixtures/api'
import { authRequestSchema } from '@soracom-fixtures/api/schemas'
import { isTotpCode } from '../rules/totp.ts'
import type { OperatorState } from '../state/operator.ts'
import { closeSession, openSession } from '../state/sessions.ts'
import type { UserState } from '../state/user.ts'
import type { SessionState, World } from '../state/world.ts'
import { noContent, ok } from './answer.ts'
import { ApiFailure } from './api-failure.ts'
import type { Operation } from './operation.ts'
import { checkSecondFactor } from './operator-mfa.ts'
import { readBody } from './read-body.ts'

/** Logging in (by e-mail and password, as a SAM user, or by an auth key) and out. */
export const authOperations: readonly Operation[] = [
  {
    operationId: 'auth',
    open: true,
    handle({ world, body, nowMs }) {
      const request = readBody(authRequestSchema, body)
      const login = toLogin(world, request, nowMs)
      if (!login) throw new ApiFailure('AUM0002', [], world.settings.wrongPasswordStatus)
      const { operator, user } = login
      // An auth key needs no second factor, and a SAM user's own was checked with its password.
      if (!request.authKeyId && !user) checkSecondFactor(operator, request.mfaOTPCode, nowMs)
      const session = openSession(world, operator, { timeoutSeconds: request.tokenTimeoutSeconds, user })
      return { ...ok(toAuthView(session)), operatorId: operator.operatorId }
    },
  },
  {
    operationId: 'logout',
    handle({ world, session }) {
      closeSession(world, session)
      return noContent
    },
  },
]

/**
 * What logging in answers. The root user has no name: the client in Python, which refuses a null there, was seen to take the
 * answer of the sandbox (2022).
 */
export function toAuthView({ apiKey, operatorId, token, user }: SessionState): AuthResponse {
  return user ? { apiKey, operatorId, token, userName: user.userName } : { apiKey, operatorId, token }
}

// Who logs in: an operator's root user, or one of its SAM users.
interface Login {
  readonly operator: OperatorState
  readonly user?: UserState | undefined
}

// A client that has one form of request for all ways leaves the fields of the others empty.
function toLogin(world: World, request: AuthRequest, nowMs: number): Login | undefined {
  if (request.authKeyId) return byKey(world, request, nowMs)
  return request.email ? byEmail(world, request) : byUserName(world, request, nowMs)
}

function byEmail(world: World, { email = '', password }: AuthRequest): Login | undefined {
  const operator = world.operators.get(world.operatorIdsByEmail.get(email) ?? '')
  if (!operator || operator.password !== password) return undefined
  return { operator }
}

function byUserName(
  world: World,
  { operatorId = '', userName = '', password, mfaOTPCode }: AuthRequest,
  nowMs: number,
): Login | undefined {
  const operator = world.operators.get(operatorId)
  const user = operator?.users.get(userName)
  if (!operator || !user || user.password === null || user.password !== password) return undefined
  // A code goes with a password; an auth key needs none (developers.soracom.io, multi-factor authentication).
  if (user.mfa?.isVerified) checkCode(world, user.mfa.secretHex, mfaOTPCode, nowMs)
  return { operator, user }
}

function checkCode(world: World, secretHex: string, code: string | undefined, nowMs: number): void {
  const { wrongPasswordStatus } = world.settings
  if (!code) throw new ApiFailure('EMU0105', [], wrongPasswordStatus)
  if (!isTotpCode(secretHex, code, nowMs)) throw new ApiFailure('EMU0106', [], wrongPasswordStatus)
}

function byKey(world: World, { authKeyId = '', authKey }: AuthRequest, nowMs: number): Login | undefined {
  const found = world.authKeys.get(authKeyId)
  const operator = world.operators.get(found?.operatorId ?? '')
  if (!found || !operator || found.key.authKey !== authKey) return undefined
  const user = operator.users.get(found.userName ?? '')
  // A key of a user never logs the root user in.
  if (found.userName !== undefined && !user) return undefined
  found.key.lastUsedMs = nowMs
  return { operator, user }
}
