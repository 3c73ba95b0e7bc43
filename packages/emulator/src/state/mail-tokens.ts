import { type MailKind, putMail } from './mailbox.ts'
import type { OperatorState } from './operator.ts'
import type { World } from './world.ts'

/** A token that went to an address by mail, and what it does for which operator. */
export interface MailTokenState {
  readonly kind: Exclude<MailKind, 'signup' | 'simTransfer'>
  readonly operatorId: string
  readonly email: string
  readonly expiresMs: number
}

/** Makes a token for an operator and mails it. Of many tokens, the oldest are forgotten. */
export function sendMailToken(
  world: World,
  operator: OperatorState,
  { kind, email }: Pick<MailTokenState, 'kind' | 'email'>,
): void {
  const nowMs = world.clock.now()
  const token = world.ids.text(64)
  const expiresMs = nowMs + world.settings.mailTokenLifetimeSeconds * 1000
  world.mailTokens.set(token, { kind, operatorId: operator.operatorId, email, expiresMs })
  const { mailTokens, mailedTo } = operator.account
  mailTokens.add(token)
  mailedTo.add(email)
  for (const oldest of mailTokens) {
    if (mailTokens.size <= tokensOfOperator) break
    forgetMailToken(world, operator, oldest)
  }
  putMail(world, { kind, email, token, operatorId: operator.operatorId, sentMs: nowMs })
}

/** Makes a token invalid. */
export function forgetMailToken(world: World, operator: OperatorState, token: string): void {
  world.mailTokens.delete(token)
  operator.account.mailTokens.delete(token)
}

const tokensOfOperator = 100
