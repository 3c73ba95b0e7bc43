import { type ReceivedRequest, readHeader } from '../http/message.ts'
import { readText } from '../http/read-body.ts'
import { ApiFailure } from '../operations/api-failure.ts'
import type { OperationContext, OperatorContext } from '../operations/operation.ts'
import { closeSession } from '../state/sessions.ts'
import type { World } from '../state/world.ts'
import { callerWithoutCredentials } from './caller-without-credentials.ts'

/** Who calls, by the two credential headers; an operator in the path must be the same. */
export function authenticate(
  world: World,
  request: ReceivedRequest,
  call: Pick<OperationContext, 'params' | 'nowMs'> & {
    readonly operationId: string
    /** Status of an operator in the path that is another, where the operation has one of its own. */
    readonly foreignOperatorStatus?: number | undefined
  },
): Pick<OperatorContext, 'operator' | 'session'> {
  const caller = findCaller(world, request, call)
  const wanted = call.params.operator_id
  if (wanted !== undefined && wanted !== caller.operator.operatorId) {
    const status = call.foreignOperatorStatus ?? world.settings.foreignOperatorStatus
    throw new ApiFailure('EMU0005', ['operator', wanted], status)
  }
  return caller
}

function findCaller(
  world: World,
  request: ReceivedRequest,
  { operationId, params, nowMs }: Parameters<typeof authenticate>[2],
): Pick<OperatorContext, 'operator' | 'session'> {
  const { missingTokenStatus, invalidTokenStatus, sandboxCallsNeedAuth } = world.settings
  const apiKey = readHeader(request, 'x-soracom-api-key')
  const token = readHeader(request, 'x-soracom-token')
  if (!apiKey || !token) {
    if (!sandboxCallsNeedAuth && operationId.startsWith('sandbox')) {
      return callerWithoutCredentials(world, params, readText(request), nowMs)
    }
    throw new ApiFailure('AUM0001', [], missingTokenStatus)
  }
  const session = world.sessions.get(token)
  const operator = world.operators.get(session?.operatorId ?? '')
  if (session?.apiKey !== apiKey || !operator) throw new ApiFailure('EMU0018', [], invalidTokenStatus)
  if (session.expiresMs <= nowMs) {
    closeSession(world, session)
    throw new ApiFailure('EMU0017', [], invalidTokenStatus)
  }
  return { operator, session }
}
