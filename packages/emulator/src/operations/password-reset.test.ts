import { describe, expect, test } from 'vitest'
import { openSandbox, password } from '../testing/open-sandbox.ts'
import { readMails, readMailToken } from '../testing/read-mail.ts'

const issuePath = '/auth/password_reset_token/issue'
const verifyPath = '/auth/password_reset_token/verify'
const newPassword = 'Changed12'

describe('a password reset', () => {
  test('sets the password that the mailed token comes with', async () => {
    const sandbox = openSandbox()
    const { email } = await sandbox.operator()
    expect(await sandbox.call('POST', issuePath, { email })).toMatchObject({ status: 200, body: undefined })
    const token = await readMailToken(sandbox, email)
    expect((await sandbox.call('POST', verifyPath, { token, password: newPassword })).status).toBe(200)
    expect((await sandbox.call('POST', '/auth', { email, password })).status).toBe(401)
    expect((await sandbox.call('POST', '/auth', { email, password: newPassword })).status).toBe(200)
  })

  test('for an address of nobody answers AUM0015 (seen in tests of the Swift client), and sends nothing', async () => {
    const sandbox = openSandbox()
    const email = 'nobody@example.com'
    expect(await sandbox.call('POST', issuePath, { email })).toMatchObject({ status: 400, body: { code: 'AUM0015' } })
    expect(await readMails(sandbox, email)).toEqual([])
  })

  test('takes a token once; 400 for one that is used or unknown (published document)', async () => {
    const sandbox = openSandbox()
    const { email } = await sandbox.operator()
    await sandbox.call('POST', issuePath, { email })
    const token = await readMailToken(sandbox, email)
    await sandbox.call('POST', verifyPath, { token, password: newPassword })
    for (const wrong of [token, 'none']) {
      const { status, body } = await sandbox.call('POST', verifyPath, { token: wrong, password: newPassword })
      expect([status, body.code]).toEqual([400, 'COM0006'])
    }
  })

  test('answers 404 for a token that has expired (published document)', async () => {
    const sandbox = openSandbox({ settings: { mailTokenLifetimeSeconds: 600 } })
    const { email } = await sandbox.operator()
    await sandbox.call('POST', issuePath, { email })
    const token = await readMailToken(sandbox, email)
    sandbox.emulator.clock.advance({ minutes: 10 })
    expect((await sandbox.call('POST', verifyPath, { token, password: newPassword })).status).toBe(404)
    expect((await sandbox.call('POST', '/auth', { email, password })).status).toBe(200)
  })

  test('refuses a weak password and keeps the token for another try', async () => {
    const sandbox = openSandbox()
    const { email } = await sandbox.operator()
    await sandbox.call('POST', issuePath, { email })
    const token = await readMailToken(sandbox, email)
    expect((await sandbox.call('POST', verifyPath, { token, password: 'weak' })).body.code).toBe('AUM0010')
    expect((await sandbox.call('POST', verifyPath, { token, password: newPassword })).status).toBe(200)
  })

  test('is not done by a token for something else', async () => {
    const sandbox = openSandbox()
    const { call } = await sandbox.operator()
    await call('POST', '/operators/add_email_token/issue', { email: 'second@example.com', password })
    const token = await readMailToken(sandbox, 'second@example.com')
    expect((await sandbox.call('POST', verifyPath, { token, password: newPassword })).body.code).toBe('COM0006')
  })

  test('of an operator that is deleted is gone', async () => {
    const sandbox = openSandbox()
    const { email, operatorId, call } = await sandbox.operator()
    await sandbox.call('POST', issuePath, { email })
    const token = await readMailToken(sandbox, email)
    await call('DELETE', `/sandbox/operators/${operatorId}`)
    expect((await sandbox.call('POST', verifyPath, { token, password: newPassword })).body.code).toBe('COM0006')
  })
})
