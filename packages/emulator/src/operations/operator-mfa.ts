import type { OperatorMfaStatus } from '@soracom-fixtures/api'
import { revokeOperatorMfaRequestSchema, verifyOperatorMfaRequestSchema } from '@soracom-fixtures/api/schemas'
import { isTotpCode, toTotpUri } from '../rules/totp.ts'
import type { OperatorState } from '../state/operator.ts'
import { noContent, ok } from './answer.ts'
import { ApiFailure, invalid } from './api-failure.ts'
import type { Operation } from './operation.ts'
import { readBody } from './read-body.ts'

/** The second factor of the root user: one-time passwords by RFC 6238, on the emulator's clock. */
export const operatorMfaOperations: readonly Operation[] = [
  { operationId: 'getMFAStatus', handle: ({ operator }) => ok({ status: statusOf(operator) }) },
  {
    operationId: 'enableMFA',
    handle({ world, operator }) {
      // Beginning anew before the first right code gives another secret.
      if (statusOf(operator) === 'ACTIVE') throw new ApiFailure('EMU0142', ['ACTIVE', 'enabled'])
      const secretHex = world.ids.hex(40)
      operator.account.mfa = { secretHex, isConfirmed: false }
      return ok({ totpUri: toTotpUri(secretHex, operator.email) })
    },
  },
  {
    operationId: 'verifyMFA',
    handle({ world, operator, body, nowMs }) {
      const { mfaOTPCode } = readBody(verifyOperatorMfaRequestSchema, body)
      const { mfa } = operator.account
      if (!mfa || mfa.isConfirmed) throw new ApiFailure('EMU0142', [statusOf(operator), 'verified'])
      if (!isTotpCode(mfa.secretHex, mfaOTPCode, nowMs)) throw new ApiFailure('EMU0141')
      mfa.isConfirmed = true
      // Five of eight characters, by the guide of multi-factor authentication at users.soracom.io. They are shown once and
      // not kept: the calls that take one are none that the emulator does.
      return ok({ backupCodes: Array.from({ length: 5 }, () => world.ids.text(8)) })
    },
  },
  {
    operationId: 'revokeMFA',
    handle({ operator, body }) {
      const { password } = readBody(revokeOperatorMfaRequestSchema, body)
      if (password !== operator.password) throw invalid('password', '***')
      if (!operator.account.mfa) throw new ApiFailure('EMU0142', ['INACTIVE', 'revoked'])
      operator.account.mfa = undefined
      return noContent
    },
  },
]

/**
 * Refuses a login by password without the one-time password that the root user has enabled. That one was asked for is a
 * failure that the audit log records, unlike others (guide of the audit log at users.soracom.io).
 */
export function checkSecondFactor(
  { operatorId, account: { mfa } }: OperatorState,
  code: string | undefined,
  nowMs: number,
): void {
  if (!mfa?.isConfirmed) return
  if (!code) throw new ApiFailure('EMU0140', [], 401, operatorId)
  if (!isTotpCode(mfa.secretHex, code, nowMs)) throw new ApiFailure('EMU0141', [], 401)
}

function statusOf({ account: { mfa } }: OperatorState): OperatorMfaStatus['status'] {
  if (!mfa) return 'INACTIVE'
  return mfa.isConfirmed ? 'ACTIVE' : 'UNCONFIRMED'
}
