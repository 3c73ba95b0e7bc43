import { switchUserRequestSchema } from '@soracom-fixtures/api/schemas'
import { maySwitch, toUserSrn } from '../rules/permissions/may-switch.ts'
import { parseTrustPolicy } from '../rules/permissions/parse-statements.ts'
import { openSession } from '../state/sessions.ts'
import { ok } from './answer.ts'
import { ApiFailure } from './api-failure.ts'
import { toAuthView } from './auth.ts'
import type { Operation } from './operation.ts'
import { readBody } from './read-body.ts'
import { toCircumstances } from './to-circumstances.ts'

const defaultTimeoutSeconds = 3600

/**
 * Becoming a SAM user, of the same operator or another, whose trust policy names the caller. Every refusal is 400
 * (published document); nobody can become a root user, or who they are already (developers.soracom.io, switch user).
 */
export const switchUserOperations: readonly Operation[] = [
  {
    operationId: 'switchUser',
    handle(context) {
      const { world, session, body } = context
      const { operatorId, userName, tokenTimeoutSeconds } = readBody(switchUserRequestSchema, body)
      const operator = world.operators.get(operatorId)
      const user = operator?.users.get(userName)
      const from = toUserSrn(session.operatorId, session.user?.userName)
      // Whether words that are not known count is asked below, as for permissions.
      const policy = parseTrustPolicy(user?.trustPolicy ?? noPolicy, 'unmet')
      const isTrusted = 'value' in policy && maySwitch(policy.value.statements, from, toCircumstances(context, session))
      if (!operator || !user || !isTrusted || from === toUserSrn(operatorId, userName)) {
        throw new ApiFailure('EMU0110', [userName, operatorId])
      }
      const timeoutSeconds = tokenTimeoutSeconds ?? defaultTimeoutSeconds
      return ok(toAuthView(openSession(world, operator, { timeoutSeconds, user })))
    },
  },
]

const noPolicy = '{"statements":[]}'
