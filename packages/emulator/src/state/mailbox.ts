import type { OperatorState } from './operator.ts'
import type { World } from './world.ts'

/** What a token in a mail is for. */
export type MailKind = 'signup' | 'passwordReset' | 'addEmail' | 'simTransfer'

/** A mail that the platform would have sent. */
export interface MailState {
  readonly kind: MailKind
  readonly email: string
  readonly token: string
  /** Whose token it is; nobody's yet for a signup. */
  readonly operatorId: string | undefined
  readonly sentMs: number
}

/** Puts a mail into the box of its address. The oldest go when a box, or the number of boxes, gets too large. */
export function putMail({ mailboxes }: World, mail: MailState): void {
  const box = mailboxes.get(mail.email) ?? []
  box.push(mail)
  if (box.length > mailsOfAddress) box.shift()
  // Put in anew, so that the box that got a mail longest ago is the first of the map.
  mailboxes.delete(mail.email)
  mailboxes.set(mail.email, box)
  if (mailboxes.size > addresses) mailboxes.delete(mailboxes.keys().next().value ?? '')
}

/** Throws away what an operator was sent, and, as its address is free again, what was sent there for a signup. */
export function dropMails({ mailboxes }: World, { operatorId, email, account }: OperatorState): void {
  for (const address of new Set([email, ...account.mailedTo])) {
    const kept = mailboxes
      .get(address)
      ?.filter((mail) => !(mail.operatorId === operatorId || (mail.kind === 'signup' && address === email)))
    if (kept?.length) mailboxes.set(address, kept)
    else mailboxes.delete(address)
  }
}

const mailsOfAddress = 20
const addresses = 10_000
