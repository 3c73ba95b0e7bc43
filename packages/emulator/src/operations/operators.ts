import { coverageTypes } from '@soracom-fixtures/api'
import {
  createOperatorRequestSchema,
  generateTokenRequestSchema,
  verifyOperatorRequestSchema,
} from '@soracom-fixtures/api/schemas'
import * as v from 'valibot'
import { isAcceptablePassword } from '../rules/password.ts'
import { addOperator } from '../state/add-operator.ts'
import { putMail } from '../state/mailbox.ts'
import type { OperatorState } from '../state/operator.ts'
import { openSession } from '../state/sessions.ts'
import { created, noContent, ok } from './answer.ts'
import { ApiFailure, invalid, notFound } from './api-failure.ts'
import type { Operation } from './operation.ts'
import { readBody } from './read-body.ts'
import { checkAccount } from './sandbox-operators.ts'

/** Operators: signing up step by step as older clients do, the account, its auth keys and tokens. */
export const operatorOperations: readonly Operation[] = [
  {
    operationId: 'createOperator',
    open: true,
    handle({ world, body, nowMs }) {
      const { email, password } = readBody(createOperatorRequestSchema, body)
      checkAccount(world, { email, password })
      // Repeating it for an address that is not verified yet is allowed (notes of the Swift client).
      const token = world.signups.get(email)?.token ?? `${world.ids.uuid()}-${world.ids.uuid()}`
      world.signups.set(email, { password, token })
      world.emailsBySignupToken.set(token, email)
      putMail(world, { kind: 'signup', email, token, operatorId: undefined, sentMs: nowMs })
      return created()
    },
  },
  {
    operationId: 'verifyOperator',
    open: true,
    handle({ world, body }) {
      const { token } = readBody(verifyOperatorRequestSchema, body)
      const email = world.emailsBySignupToken.get(token)
      const signup = world.signups.get(email ?? '')
      if (email === undefined || !signup) throw new ApiFailure('COM0006')
      // Another operator may have been made with the address since.
      if (world.operatorIdsByEmail.has(email)) throw new ApiFailure('AUM0003')
      world.emailsBySignupToken.delete(token)
      world.signups.delete(email)
      const coverageTypes = world.settings.defaultCoverageTypes
      addOperator(world, { email, password: signup.password, coverageTypes, hasPaymentMethod: false })
      return ok()
    },
  },
  {
    operationId: 'getOperator',
    handle: ({ operator }) => ok(toOperatorView(operator)),
  },
  {
    operationId: 'listOperatorAuthKeys',
    handle: ({ operator }) =>
      ok(
        [...operator.authKeys.values()].map(({ authKeyId, createdMs, lastUsedMs }) => ({
          authKeyId,
          createDateTime: Math.floor(createdMs / 1000),
          lastUsedDateTime: lastUsedMs === null ? null : Math.floor(lastUsedMs / 1000),
        })),
      ),
  },
  {
    operationId: 'generateOperatorAuthKey',
    handle({ world, operator, nowMs }) {
      const authKeyId = `keyId-${world.ids.text(32)}`
      const authKey = `secret-${world.ids.text(60)}`
      const key = { authKeyId, authKey, createdMs: nowMs, lastUsedMs: null }
      operator.authKeys.set(authKeyId, key)
      world.authKeys.set(authKeyId, { operatorId: operator.operatorId, key })
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
      const { token } = openSession(world, operator, tokenTimeoutSeconds, session.apiKey)
      return ok({ token })
    },
  },
  {
    operationId: 'revokeOperatorAuthTokens',
    handle({ world, operator }) {
      for (const token of operator.tokens) world.sessions.delete(token)
      operator.tokens.clear()
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
