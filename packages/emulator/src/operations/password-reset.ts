import {
  issuePasswordResetTokenRequestSchema,
  verifyPasswordResetTokenRequestSchema,
} from '@soracom-fixtures/api/schemas'
import { isAcceptablePassword } from '../rules/password.ts'
import { forgetMailToken, sendMailToken } from '../state/mail-tokens.ts'
import { ok } from './answer.ts'
import { ApiFailure } from './api-failure.ts'
import { findMailToken } from './find-mail-token.ts'
import type { Operation } from './operation.ts'
import { readBody } from './read-body.ts'

/** Setting a new password of the root user by a token that goes to its primary address. */
export const passwordResetOperations: readonly Operation[] = [
  {
    operationId: 'issuePasswordResetToken',
    open: true,
    handle({ world, body }) {
      const { email } = readBody(issuePasswordResetTokenRequestSchema, body)
      const operator = world.operators.get(world.operatorIdsByEmail.get(email) ?? '')
      // Seen in tests of the Swift client, for an address that is nobody's.
      if (!operator) throw new ApiFailure('AUM0015')
      sendMailToken(world, operator, { kind: 'passwordReset', email })
      return { ...ok(), operatorId: operator.operatorId }
    },
  },
  {
    operationId: 'verifyPasswordResetToken',
    open: true,
    handle({ world, body, nowMs }) {
      const { token, password } = readBody(verifyPasswordResetTokenRequestSchema, body)
      const { operator } = findMailToken(world, { token, kind: 'passwordReset', nowMs })
      if (!isAcceptablePassword(password)) throw new ApiFailure('AUM0010')
      operator.password = password
      operator.updatedMs = nowMs
      forgetMailToken(world, operator, token)
      return { ...ok(), operatorId: operator.operatorId }
    },
  },
]
