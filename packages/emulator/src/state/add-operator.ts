import type { CoverageType } from '@soracom-fixtures/api'
import { createOperator, type OperatorState } from './operator.ts'
import type { World } from './world.ts'

/** Adds an operator to the world. The e-mail address must be free. */
export function addOperator(
  world: World,
  account: {
    readonly email: string
    readonly password: string
    readonly coverageTypes: readonly CoverageType[]
    readonly hasPaymentMethod: boolean
  },
): OperatorState {
  let operatorId: string
  do operatorId = `OP00${world.ids.digits(8)}`
  while (world.operators.has(operatorId))
  const { coverageTypes, ...rest } = account
  const operator = createOperator({ ...rest, operatorId, createdMs: world.clock.now() }, coverageTypes)
  const emailId = world.ids.uuid()
  operator.account.emails.set(emailId, { emailId, email: account.email, createdMs: operator.createdMs })
  world.operators.set(operatorId, operator)
  world.operatorIdsByEmail.set(account.email, operatorId)
  world.counts.operatorsMade += 1
  return operator
}
