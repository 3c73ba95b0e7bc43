import { authRequestSchema } from '@soracom-fixtures/api/schemas'
import type { OperatorState } from '../state/operator.ts'
import { closeSession, openSession } from '../state/sessions.ts'
import type { SessionState, World } from '../state/world.ts'
import { noContent, ok } from './answer.ts'
import { ApiFailure } from './api-failure.ts'
import type { Operation } from './operation.ts'
import { checkSecondFactor } from './operator-mfa.ts'
import { readBody } from './read-body.ts'

/** Logging in (by e-mail and password, or an auth key) and out. */
export const authOperations: readonly Operation[] = [
  {
    operationId: 'auth',
    open: true,
    handle({ world, body, nowMs }) {
      const request = readBody(authRequestSchema, body)
      const operator = request.authKeyId === undefined ? byPassword(world, request) : byKey(world, request, nowMs)
      if (!operator) throw new ApiFailure('AUM0002', [], world.settings.wrongPasswordStatus)
      // An auth key needs no second factor.
      if (request.authKeyId === undefined) checkSecondFactor(operator, request.mfaOTPCode, nowMs)
      const { operatorId } = operator
      return { ...ok(toAuthView(openSession(world, operator, request.tokenTimeoutSeconds))), operatorId }
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

/** What logging in answers; the root user has no name. */
export function toAuthView({ apiKey, operatorId, token }: SessionState) {
  return { apiKey, operatorId, token, userName: null }
}

function byPassword(
  world: World,
  { email, password }: { email?: string; password?: string },
): OperatorState | undefined {
  if (email === undefined || password === undefined) return undefined
  const operator = world.operators.get(world.operatorIdsByEmail.get(email) ?? '')
  return operator?.password === password ? operator : undefined
}

function byKey(
  world: World,
  { authKeyId, authKey }: { authKeyId?: string; authKey?: string },
  nowMs: number,
): OperatorState | undefined {
  const found = world.authKeys.get(authKeyId ?? '')
  if (found?.key.authKey !== authKey) return undefined
  if (found) found.key.lastUsedMs = nowMs
  return world.operators.get(found?.operatorId ?? '')
}
