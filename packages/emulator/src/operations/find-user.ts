import type { OperatorState } from '../state/operator.ts'
import type { UserState } from '../state/user.ts'
import { ApiFailure } from './api-failure.ts'

/**
 * A SAM user of an operator. One that is unknown is 404; the calls for MFA, tokens, trust policies and the deletion of a
 * permission answer it with 400 (published document).
 */
export function findUser(operator: OperatorState, userName = '', unknownStatus = 404): UserState {
  const user = operator.users.get(userName)
  if (!user) throw new ApiFailure('EMU0005', ['user', userName], unknownStatus)
  return user
}
