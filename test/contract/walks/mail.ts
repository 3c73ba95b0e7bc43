import { expect } from '../expect.ts'
import { type Life, password } from '../life.ts'

/** What goes by mail: a token to set a new password with, and one to add an address with. */
export async function walkMail(life: Life): Promise<void> {
  const { recorder, email } = life
  const { endpoint, emailOf } = recorder.target
  const issue = (address: string) => recorder.call('issuePasswordResetToken', { body: { email: address } })
  expect((await issue(emailOf('nobody'))).status).toBe(400)
  expect((await issue(email)).status).toBe(200)
  const reset = { token: await lastToken(endpoint, email), password: 'Changed12' }
  const verify = (body: object) => recorder.call('verifyPasswordResetToken', { body })
  expect((await verify({ ...reset, token: 'none' })).status).toBe(400)
  expect((await verify({ ...reset, password: 'weak' })).status).toBe(400)
  expect((await verify(reset)).status).toBe(200)
  expect((await verify(reset)).status).toBe(400)
  expect((await recorder.call('auth', { body: { email, password } })).status).toBe(401)
  expect((await recorder.call('auth', { body: { email, password: reset.password } })).status).toBe(200)
  const change = { currentPassword: reset.password, newPassword: password }
  expect((await life.call('updateOperatorPassword', { body: change })).status).toBe(200)
  await walkEmails(life)
}

async function walkEmails(life: Life): Promise<void> {
  const { endpoint, emailOf } = life.recorder.target
  const email = emailOf('second')
  const issue = (body: object) => life.call('issueAddEmailToken', { body })
  expect((await issue({ email, password: 'Wrong1234' })).status).toBe(400)
  expect((await issue({ email: 'no address', password })).status).toBe(400)
  expect((await issue({ email: life.email, password })).status).toBe(400)
  expect((await issue({ email, password })).status).toBe(200)
  const verify = (token: string) => life.recorder.call('verifyAddEmailToken', { body: { token } })
  const token = await lastToken(endpoint, email)
  expect((await verify(token)).status).toBe(200)
  expect((await verify(token)).status).toBe(400)

  const { body: emails } = await life.call('listEmails')
  expect(emails).toMatchObject([
    { email: life.email, verified: true },
    { email, verified: true },
  ])
  const [primary, second] = emails.map(({ emailId }: { readonly emailId: string }) => ({ email_id: emailId }))
  expect((await life.call('getEmail', { params: second })).body).toMatchObject({ email })
  expect((await life.call('deleteEmail', { params: primary })).status).toBe(400)
  expect((await life.call('deleteEmail', { params: second })).status).toBe(204)
  expect((await life.call('deleteEmail', { params: second })).status).toBe(404)
  expect((await life.call('getEmail', { params: second })).status).toBe(404)
}

async function lastToken(endpoint: string, email: string): Promise<string> {
  const response = await fetch(`${endpoint}/_emulator/mail?${new URLSearchParams({ email })}`)
  const { mails } = (await response.json()) as { readonly mails: readonly { readonly token: string }[] }
  return mails[0]?.token ?? ''
}
