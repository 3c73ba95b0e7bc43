import type { MailTokenState } from '../state/mail-tokens.ts'
import type { OperatorState } from '../state/operator.ts'
import type { World } from '../state/world.ts'
import { ApiFailure } from './api-failure.ts'

/**
 * A token that came by mail, and whose it is. 400 for one that is unknown, used or for something else, 404 for one that
 * has expired (published document of the password reset).
 */
export function findMailToken(
  world: World,
  { token, kind, nowMs }: Pick<MailTokenState, 'kind'> & { readonly token: string; readonly nowMs: number },
): { readonly operator: OperatorState; readonly email: string } {
  const state = world.mailTokens.get(token)
  const operator = world.operators.get(state?.operatorId ?? '')
  if (state?.kind !== kind || !operator) throw new ApiFailure('COM0006')
  if (state.expiresMs <= nowMs) throw new ApiFailure('EMU0017', [], 404)
  return { operator, email: state.email }
}
