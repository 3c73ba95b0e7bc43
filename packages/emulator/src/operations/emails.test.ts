import { describe, expect, test } from 'vitest'
import { openSandbox, password, type TestOperator, type TestSandbox } from '../testing/open-sandbox.ts'
import { readMails, readMailToken } from '../testing/read-mail.ts'

const issuePath = '/operators/add_email_token/issue'
const verifyPath = '/operators/add_email_token/verify'

async function addEmail(sandbox: TestSandbox, operator: TestOperator, email: string): Promise<number> {
  await operator.call('POST', issuePath, { email, password })
  return (await sandbox.call('POST', verifyPath, { token: await readMailToken(sandbox, email) })).status
}

async function emailsOf({ call, operatorId }: TestOperator): Promise<string[]> {
  const { body } = await call('GET', `/operators/${operatorId}/emails`)
  return body.map(({ email }: { readonly email: string }) => email)
}

describe('the e-mail addresses of an operator', () => {
  test('begin with the one that it was made with', async () => {
    const { call, operatorId, email } = await openSandbox({ startTime: '2026-11-01T00:00:00Z' }).operator()
    const { status, body } = await call('GET', `/operators/${operatorId}/emails`)
    expect(status).toBe(200)
    expect(body).toMatchObject([{ email, verified: true }])
    expect(body[0].createDateTime).toBeGreaterThanOrEqual(Date.UTC(2026, 10, 1) / 1000)
    expect(body[0].createDateTime).toBeLessThan(Date.UTC(2026, 10, 1) / 1000 + 3600)
    expect((await call('GET', `/operators/${operatorId}/emails/${body[0].emailId}`)).body).toEqual(body[0])
  })

  test('get one more by the token that was mailed to it, and only then (published document)', async () => {
    const sandbox = openSandbox()
    const operator = await sandbox.operator()
    const email = 'second@example.com'
    await operator.call('POST', issuePath, { email, password })
    expect(await emailsOf(operator)).toEqual([operator.email])
    const token = await readMailToken(sandbox, email)
    expect(await sandbox.call('POST', verifyPath, { token })).toMatchObject({ status: 200, body: undefined })
    expect(await emailsOf(operator)).toEqual([operator.email, email])
    expect((await sandbox.call('POST', verifyPath, { token })).body.code).toBe('COM0006')
  })

  test('get none without the right password, for no address, or for one that is there', async () => {
    const sandbox = openSandbox()
    const { call, email } = await sandbox.operator()
    const codeOf = async (body: object) => (await call('POST', issuePath, body)).body.code
    expect(await codeOf({ email: 'second@example.com', password: 'Wrong1234' })).toBe('EMU0006')
    expect(await codeOf({ email: 'second', password })).toBe('COM0008')
    expect(await codeOf({ email, password })).toBe('EMU0010')
    expect(await readMails(sandbox, 'second@example.com')).toEqual([])
  })

  test('have a limit (published document), which is a setting', async () => {
    const sandbox = openSandbox({ settings: { maxEmails: 2 } })
    const operator = await sandbox.operator()
    expect(await addEmail(sandbox, operator, 'second@example.com')).toBe(200)
    const { status, body } = await operator.call('POST', issuePath, { email: 'third@example.com', password })
    expect([status, body.code]).toEqual([400, 'EMU0144'])
  })

  test('may be those of others, who log in with them', async () => {
    const sandbox = openSandbox()
    const [one, other] = [await sandbox.operator(), await sandbox.operator()]
    expect(await addEmail(sandbox, one, other.email)).toBe(200)
    const login = await sandbox.call('POST', '/auth', { email: other.email, password })
    expect(login.body.operatorId).toBe(other.operatorId)
  })

  test('lose any but the primary one, which cannot be deleted (guide of e-mail addresses)', async () => {
    const sandbox = openSandbox()
    const operator = await sandbox.operator()
    await addEmail(sandbox, operator, 'second@example.com')
    const path = `/operators/${operator.operatorId}/emails`
    const [primary, second] = (await operator.call('GET', path)).body
    expect((await operator.call('DELETE', `${path}/${primary.emailId}`)).body.code).toBe('EMU0145')
    expect((await operator.call('DELETE', `${path}/${second.emailId}`)).status).toBe(204)
    expect(await emailsOf(operator)).toEqual([operator.email])
  })

  test('that are unknown answer 404, which is a setting as no error is listed', async () => {
    for (const unlistedNotFoundStatus of [404, 400]) {
      const { call, operatorId } = await openSandbox({ settings: { unlistedNotFoundStatus } }).operator()
      expect((await call('GET', `/operators/${operatorId}/emails/none`)).status).toBe(unlistedNotFoundStatus)
      expect((await call('DELETE', `/operators/${operatorId}/emails/none`)).status).toBe(unlistedNotFoundStatus)
    }
  })

  test('are added by a token for a day, and answer 404 after it as a password reset does', async () => {
    const sandbox = openSandbox()
    const operator = await sandbox.operator()
    await operator.call('POST', issuePath, { email: 'second@example.com', password })
    sandbox.emulator.clock.advance({ days: 1 })
    const token = await readMailToken(sandbox, 'second@example.com')
    expect((await sandbox.call('POST', verifyPath, { token })).status).toBe(404)
  })
})
