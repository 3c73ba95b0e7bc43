import type { Answer } from '../operations/answer.ts'
import { ApiFailure } from '../operations/api-failure.ts'
import type { OperatorContext } from '../operations/operation.ts'
import { recordCall } from '../state/audit-log.ts'
import type { World } from '../state/world.ts'
import type { Route } from './create-routes.ts'

/** A call as the audit log reads it. */
export interface AuditedCall {
  readonly route: Route
  readonly path: string
  readonly nowMs: number
  readonly remoteAddress: string | undefined
}

/**
 * Does a call and records it for its operator: the caller, or, where no credentials tell who calls, the operator that the
 * outcome names. A call of nobody is not recorded. Gives a refusal back in place of throwing it once more.
 */
export function auditCall(
  world: World,
  { route: { tag, apiKind }, path, nowMs, remoteAddress = '127.0.0.1' }: AuditedCall,
  caller: Pick<OperatorContext, 'operator' | 'session'> | undefined,
  handle: () => Answer,
): Answer | ApiFailure {
  const note = ({ status, operatorId }: Pick<Answer, 'status'> & { readonly operatorId?: string | undefined }) => {
    const operator = caller?.operator ?? world.operators.get(operatorId ?? '')
    if (!operator) return
    const userName = caller?.session.user?.userName
    const call = { timeMs: nowMs, apiKind, path, status, remoteAddress, userName, isAuth: tag === 'Auth' }
    recordCall(operator.account, call, world.settings)
  }
  try {
    const answer = handle()
    note(answer)
    return answer
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error
    note(error)
    return error
  }
}
