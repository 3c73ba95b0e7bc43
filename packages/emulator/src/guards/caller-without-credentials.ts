import type { OperatorContext } from '../operations/operation.ts'
import { createOperator } from '../state/operator.ts'
import { findByImsi } from '../state/sim-table.ts'
import type { SessionState, World } from '../state/world.ts'

/**
 * Whom a call of the sandbox without credentials is for, as it was possible from 2016 to 2018: the operator in its path
 * or body, the owner of the SIM in its path, or nobody.
 */
export function callerWithoutCredentials(
  world: World,
  params: Readonly<Record<string, string>>,
  body: string,
  nowMs: number,
): Pick<OperatorContext, 'operator' | 'session'> {
  const owner = findByImsi(world, params.imsi ?? '')?.operatorId
  const operatorId = params.operator_id ?? owner ?? operatorInBody(body) ?? ''
  const operator = world.operators.get(operatorId) ?? nobody(nowMs)
  const session: SessionState = { apiKey: '', token: '', operatorId: operator.operatorId, expiresMs: nowMs }
  return { operator, session }
}

function operatorInBody(body: string): string | undefined {
  const [, operatorId] = /"operatorId"\s*:\s*"(OP\d+)"/.exec(body) ?? []
  return operatorId
}

// What nobody makes can be registered by anybody.
function nobody(createdMs: number) {
  const account = { operatorId: 'OP9999999999', email: '', password: '', createdMs, hasPaymentMethod: false }
  return createOperator(account, ['jp'])
}
