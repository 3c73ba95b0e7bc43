import { invalid } from '../operations/api-failure.ts'
import type { World } from '../state/world.ts'

/**
 * The mails that the platform would have sent to an address, the newest first: tokens of signups, password resets,
 * added addresses and SIMs to be accepted. Nothing is sent, and who tests these needs the tokens.
 */
export function toMails({ mailboxes }: World, email: string | null) {
  if (!email) throw invalid('email', email)
  const mails = mailboxes.get(email) ?? []
  return { mails: mails.map(({ kind, token, sentMs }) => ({ kind, email, token, sentTime: sentMs })).reverse() }
}
