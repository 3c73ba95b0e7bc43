import { toDigits } from '../rules/calendar.ts'
import type { OperatorState } from './operator.ts'
import type { World } from './world.ts'

/** The IDs of an operator's payment for a month or an order, the same whenever they are asked for. */
export function paymentIdsOf(
  world: World,
  operator: OperatorState,
  what: string,
  paidMs: number,
): { readonly statementId: string; readonly transactionId: string } {
  const present = operator.paymentIds.get(what)
  if (present) return present
  // The form of a transaction's ID was seen; that of a statement's is not recorded.
  const transactionId = `${toDigits(paidMs).slice(0, 17)}_${world.ids.uuid()}`
  const ids = { statementId: world.ids.uuid(), transactionId }
  operator.paymentIds.set(what, ids)
  return ids
}
