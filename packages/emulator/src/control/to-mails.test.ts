import { describe, expect, test } from 'vitest'
import { openSandbox, password } from '../testing/open-sandbox.ts'
import { readMails, readMailToken } from '../testing/read-mail.ts'

describe('the mailbox', () => {
  test('has the token that a signup is verified with', async () => {
    const sandbox = openSandbox({ startTime: '2026-11-01T00:00:00Z' })
    const account = { email: 'new@example.com', password }
    await sandbox.call('POST', '/operators', account)
    expect(await readMails(sandbox, account.email)).toMatchObject([{ kind: 'signup', email: account.email }])
    const token = await readMailToken(sandbox, account.email)
    expect((await sandbox.call('POST', '/operators/verify', { token })).status).toBe(200)
    expect((await sandbox.call('POST', '/auth', account)).status).toBe(200)
  })

  test('has the newest mail first, and the last twenty of an address', async () => {
    const sandbox = openSandbox()
    const { email } = await sandbox.operator()
    for (let mail = 0; mail < 25; mail += 1) {
      await sandbox.call('POST', '/auth/password_reset_token/issue', { email })
      sandbox.emulator.clock.advance({ seconds: 1 })
    }
    const times = (await readMails(sandbox, email)).map(({ sentTime }) => sentTime)
    expect(times).toHaveLength(20)
    expect(times).toEqual(times.toSorted((one, other) => other - one))
  })

  test('is empty for an address that nothing was sent to', async () => {
    expect(await readMails(openSandbox(), 'nobody@example.com')).toEqual([])
  })

  test('is asked for by address', async () => {
    const { status, body } = await openSandbox().emulator.handle({ method: 'GET', url: '/_emulator/mail' })
    expect([status, JSON.parse(body).code]).toEqual([400, 'EMU0006'])
  })

  test('loses the mails of an operator with it, and keeps those of others', async () => {
    const sandbox = openSandbox()
    const [one, other] = [await sandbox.operator(), await sandbox.operator()]
    const email = 'shared@example.com'
    await one.call('POST', '/operators/add_email_token/issue', { email, password })
    await other.call('POST', '/operators/add_email_token/issue', { email, password })
    await sandbox.call('POST', '/auth/password_reset_token/issue', { email: one.email })
    const kept = await readMailToken(sandbox, email)
    await one.call('DELETE', `/sandbox/operators/${one.operatorId}`)
    expect((await readMails(sandbox, email)).map(({ token }) => token)).toEqual([kept])
    expect(await readMails(sandbox, one.email)).toEqual([])
  })
})
