import { coverageTypes } from '@soracom-fixtures/api'
import {
  createOperatorRequestSchema,
  generateTokenRequestSchema,
  verifyOperatorRequestSchema,
} from '@soracom-fixtures/api/schemas'
import * as v from 'valibot'
import { isAcceptablePassword } from '../rules/password.ts'
import { addAuthKey } from '../state/add-auth-key.ts'
import { addOperator } from '../state/add-operator.ts'
import { putMail } from '../state/mailbox.ts'
import type { OperatorState } from '../state/operator.ts'
import { closeSessionsOf, openSession } from '../state/sessions.ts'
import { created, noContent, ok } from './answer.ts'
import { ApiFailure, invalid, notFound } from './api-failure.ts'
import { findUser } from './find-user.ts'
import type { Operation } from './operation.ts'
import { readBody } from './read-body.ts'
import { checkAccount, toCoverageTypes } from './sandbox-operators.ts'
import { toAuthKeyView } from './views/auth-key-view.ts'

/** Operators: signing up step by step as older clients do, the account, its auth keys and tokens. */
export const operatorOperations: readonly Operation[] = [
  {
    operationId: 'createOperator',
    open: true,
    handle({ world, body, nowMs }) {
      const { email, password, coverageTypes } = readBody(createOperatorRequestSchema, body)
      checkAccount(world, { email, password })
      // Repeating it for an address that is not verified yet is allowed (notes of the Swift client).
      const token = world.signups.get(email)?.token ?? `${world.ids.uuid()}-${world.ids.uuid()}`
      const expiresMs = nowMs + world.settings.mailTokenLifetimeSeconds * 1000
      world.signups.set(email, { password, token, coverageTypes, expiresMs })
      world.emailsBySignupToken.set(token, email)
      putMail(world, { kind: 'signup', email, token, operatorId: undefined, sentMs: nowMs })
      return created()
    },
  },
  {
    operationId: 'verifyOperator',
    open: true,
    handle({ world, body, nowMs }) {
      const { token } = readBody(verifyOperatorRequestSchema, body)
      const email = world.emailsBySignupToken.get(token)
      const signup = world.signups.get(email ?? '')
      if (email === undefined || !signup) throw new ApiFailure('COM0006')
      if (signup.expiresMs <= nowMs) throw new ApiFailure('EMU0017', [], 404)
      // Another operator may have been made with the address since.
      if (world.operatorIdsByEmail.has(email)) throw new ApiFailure('AUM0003')
      world.emailsBySignupToken.delete(token)
      world.signups.delete(email)
      const { password } = signup
      const coverageTypes = toCoverageTypes(world, signup.coverageTypes)
      addOperator(world, { email, password, coverageTypes, hasPaymentMethod: false })
      return ok()
    },
  },
  {
    operationId: 'getOperator',
    handle: ({ operator }) => ok(toOperatorView(operator)),
  },
  {
    operationId: 'listOperatorAuthKeys',
    handle: ({ operator }) => ok([...operator.authKeys.values()].map(toAuthKeyView)),
  },
  {
    operationId: 'generateOperatorAuthKey',
    handle({ world, operator }) {
      const { authKeyId, authKey } = addAuthKey(world, operator)
      return created({ authKey, authKeyId })
    },
  },
  {
    operationId: 'deleteOperatorAuthKey',
    handle({ world, operator, params }) {
      const authKeyId = params.auth_key_id ?? ''
      if (!operator.authKeys.delete(authKeyId)) throw notFound('auth key', authKeyId)
      world.authKeys.delete(authKeyId)
      return noContent
    },
  },
  {
    operationId: 'addCoverageType',
    handle({ operator, params, nowMs }) {
      const wanted = params.coverage_type
      const coverageType = coverageTypes.find((one) => one === wanted)
      if (!coverageType) throw invalid('coverage_type', wanted)
      operator.coverageTypes.add(coverageType)
      operator.updatedMs = nowMs
      return created()
    },
  },
  {
    operationId: 'generateAuthToken',
    handle({ world, operator, session, body }) {
      const { tokenTimeoutSeconds } = readBody(generateTokenRequestSchema, body)
      // Another token beside the one that is used; that one cannot be prolonged.
      const { token } = openSession(world, operator, {
        timeoutSeconds: tokenTimeoutSeconds,
        apiKey: session.apiKey,
        user: session.user && findUser(operator, session.user.userName),
      })
      return ok({ token })
    },
  },
  {
    operationId: 'revokeOperatorAuthTokens',
    handle({ world, operator }) {
      // The root user's alone (published document); SAM users have a call of their own.
      closeSessionsOf(world, operator, undefined)
      return noContent
    },
  },
  {
    operationId: 'updateOperatorPassword',
    handle({ operator, body, nowMs }) {
      const { currentPassword, newPassword } = readBody(passwordRequestSchema, body)
      if (currentPassword !== operator.password) throw invalid('currentPassword', '***')
      if (!isAcceptablePassword(newPassword)) throw new ApiFailure('AUM0010')
      operator.password = newPassword
      operator.updatedMs = nowMs
      return ok()
    },
  },
  {
    operationId: 'generateSupportToken',
    handle: ({ world }) => ok({ token: world.ids.uuid() }),
  },
]

const passwordRequestSchema = v.object({ currentPassword: v.string(), newPassword: v.string() })

function toOperatorView({ operatorId, email, createdMs, updatedMs }: OperatorState) {
  return {
    operatorId,
    rootOperatorId: null,
    email,
    description: null,
    createDate: new Date(createdMs).toISOString(),
    updateDate: new Date(updatedMs).toISOString(),
  }
}
