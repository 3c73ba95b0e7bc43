import type { EmailRecord } from '@soracom-fixtures/api'
import { issueAddEmailTokenRequestSchema, verifyAddEmailTokenRequestSchema } from '@soracom-fixtures/api/schemas'
import { isEmailAddress } from '../rules/password.ts'
import type { EmailState } from '../state/account.ts'
import { forgetMailToken, sendMailToken } from '../state/mail-tokens.ts'
import type { OperatorState } from '../state/operator.ts'
import type { World } from '../state/world.ts'
import { noContent, ok } from './answer.ts'
import { ApiFailure, invalid, unlistedNotFound } from './api-failure.ts'
import { findMailToken } from './find-mail-token.ts'
import type { Operation, OperatorContext } from './operation.ts'
import { readBody } from './read-body.ts'

/** E-mail addresses of an operator: the primary one, which it logs in with, and those that are added by a token. */
export const emailOperations: readonly Operation[] = [
  {
    operationId: 'issueAddEmailToken',
    handle(context) {
      const { world, operator, body } = context
      checkRootUser(context)
      const { email, password } = readBody(issueAddEmailTokenRequestSchema, body)
      if (password !== operator.password) throw invalid('password', '***')
      if (!isEmailAddress(email)) throw new ApiFailure('COM0008', ['not a well-formed email address:email'])
      checkRoom(world, operator, email)
      sendMailToken(world, operator, { kind: 'addEmail', email })
      return ok()
    },
  },
  {
    operationId: 'verifyAddEmailToken',
    open: true,
    handle({ world, body, nowMs }) {
      const { token } = readBody(verifyAddEmailTokenRequestSchema, body)
      const { operator, email } = findMailToken(world, { token, kind: 'addEmail', nowMs })
      checkRoom(world, operator, email)
      const emailId = world.ids.uuid()
      operator.account.emails.set(emailId, { emailId, email, createdMs: nowMs })
      forgetMailToken(world, operator, token)
      return { ...ok(), operatorId: operator.operatorId }
    },
  },
  {
    operationId: 'listEmails',
    handle(context) {
      checkRootUser(context)
      return ok([...context.operator.account.emails.values()].map(toView))
    },
  },
  { operationId: 'getEmail', handle: (context) => ok(toView(find(context))) },
  {
    operationId: 'deleteEmail',
    handle(context) {
      const { emailId, email } = find(context)
      // By the guide of e-mail addresses at users.soracom.io.
      if (email === context.operator.email) throw new ApiFailure('EMU0145')
      context.operator.account.emails.delete(emailId)
      return noContent
    },
  },
]

// A SAM user gets 400 (published document).
function checkRootUser({ session }: OperatorContext): void {
  if (session.user) throw new ApiFailure('EMU0016', ['Email'], 400)
}

// Another operator may have the same address: what is added is not logged in with.
function checkRoom({ settings }: World, { account: { emails } }: OperatorState, email: string): void {
  for (const known of emails.values()) if (known.email === email) throw new ApiFailure('EMU0010', [email])
  if (emails.size >= settings.maxEmails) throw new ApiFailure('EMU0144', [settings.maxEmails, 'email addresses'])
}

function find({ world, operator, params: { email_id: emailId = '' } }: OperatorContext): EmailState {
  const email = operator.account.emails.get(emailId)
  if (!email) throw unlistedNotFound(world, 'email', emailId)
  return email
}

// Only verified addresses are ever added. Seconds, as for what else has a `createDateTime`; no operation changes one.
function toView({ emailId, email, createdMs }: EmailState): EmailRecord {
  const createDateTime = Math.floor(createdMs / 1000)
  return { emailId, email, verified: true, createDateTime, updateDateTime: createDateTime }
}
