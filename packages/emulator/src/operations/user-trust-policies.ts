import { userTrustPolicyRequestSchema } from '@soracom-fixtures/api/schemas'
import { parseTrustPolicy } from '../rules/permissions/parse-statements.ts'
import { noContent, ok } from './answer.ts'
import { ApiFailure } from './api-failure.ts'
import { findUser } from './find-user.ts'
import type { Operation } from './operation.ts'
import { readBody } from './read-body.ts'

/** Who may switch to a SAM user. A user that is unknown is 400 in all three (published document). */
export const userTrustPolicyOperations: readonly Operation[] = [
  {
    operationId: 'getUserTrustPolicy',
    handle: ({ world, operator, params }) =>
      ok({ trustPolicy: findUser(operator, params.user_name, 400).trustPolicy ?? world.settings.unsetPermission }),
  },
  {
    operationId: 'updateUserTrustPolicy',
    handle({ world, operator, params, body, nowMs }) {
      const user = findUser(operator, params.user_name, 400)
      const { trustPolicy } = readBody(userTrustPolicyRequestSchema, body)
      const read = parseTrustPolicy(trustPolicy, world.settings.unknownConditions)
      if ('problem' in read) throw new ApiFailure('EMU0101', [read.problem])
      user.trustPolicy = trustPolicy
      user.updatedMs = nowMs
      return noContent
    },
  },
  {
    operationId: 'deleteUserTrustPolicy',
    handle({ operator, params, nowMs }) {
      const user = findUser(operator, params.user_name, 400)
      user.trustPolicy = null
      user.updatedMs = nowMs
      return noContent
    },
  },
]
