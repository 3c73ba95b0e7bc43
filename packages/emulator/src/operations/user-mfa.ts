import { verifyUserMfaRequestSchema } from '@soracom-fixtures/api/schemas'
import { isTotpCode, toTotpUri } from '../rules/totp.ts'
import type { EmulatorSettings } from '../settings.ts'
import type { UserState } from '../state/user.ts'
import { noContent, ok } from './answer.ts'
import { ApiFailure } from './api-failure.ts'
import { findUser } from './find-user.ts'
import type { Operation } from './operation.ts'
import { readBody } from './read-body.ts'

/**
 * Multi-factor authentication of SAM users by RFC 6238. It counts once a code has been verified. A user that is unknown
 * is 400 in all four (published document).
 */
export const userMfaOperations: readonly Operation[] = [
  {
    operationId: 'getUserMFAStatus',
    handle: ({ world, operator, params }) =>
      ok({ status: toStatus(findUser(operator, params.user_name, 400), world.settings) }),
  },
  {
    operationId: 'enableUserMFA',
    handle({ world, operator, params }) {
      const user = findUser(operator, params.user_name, 400)
      if (user.mfa?.isVerified) throw inState(user, world.settings)
      // Until a code is verified, each call gives another secret.
      user.mfa = { secretHex: world.ids.hex(40), isVerified: false }
      return ok({ totpUri: toTotpUri(user.mfa.secretHex, `${operator.operatorId}/${user.userName}`) })
    },
  },
  {
    operationId: 'verifyUserMFA',
    handle({ world, operator, params, body, nowMs }) {
      const user = findUser(operator, params.user_name, 400)
      const { mfaOTPCode } = readBody(verifyUserMfaRequestSchema, body)
      const { mfa } = user
      if (!mfa || mfa.isVerified) throw inState(user, world.settings)
      if (!isTotpCode(mfa.secretHex, mfaOTPCode, nowMs)) throw new ApiFailure('EMU0106')
      mfa.isVerified = true
      return noContent
    },
  },
  {
    operationId: 'revokeUserMFA',
    handle({ world, operator, params }) {
      const user = findUser(operator, params.user_name, 400)
      if (user.mfa === null) throw inState(user, world.settings)
      user.mfa = null
      return noContent
    },
  },
]

function inState(user: UserState, settings: EmulatorSettings): ApiFailure {
  return new ApiFailure('EMU0107', [user.userName, toStatus(user, settings)])
}

function toStatus({ mfa }: UserState, { mfaStatuses }: EmulatorSettings): string {
  if (mfa === null) return mfaStatuses.off
  return mfa.isVerified ? mfaStatuses.on : mfaStatuses.unverified
}
