import { describe, expect, test } from 'vitest'
import { openSandbox, password, type TestOperator } from '../testing/open-sandbox.ts'

const allow = (...api: string[]) => ({ effect: 'allow', api })
const deny = (...api: string[]) => ({ effect: 'deny', api })
const text = (...statements: object[]) => JSON.stringify({ statements })
const refused = { status: 403, body: { code: 'EMU0016' } }

// A login as a SAM user that exists: a new token, with what the user may do now.
async function logInAgain({ call }: ReturnType<typeof openSandbox>, { operatorId }: TestOperator, userName: string) {
  const { apiKey, token } = (await call('POST', '/auth', { operatorId, userName, password })).body
  return { 'X-Soracom-API-Key': apiKey, 'X-Soracom-Token': token }
}

describe('a SAM user', () => {
  test('may do nothing until it is let (users.soracom.io, creation of a SAM user)', async () => {
    const user = await (await openSandbox().operator()).user('new')
    expect(await user.call('GET', '/subscribers')).toEqual({
      status: 403,
      headers: expect.anything(),
      body: { code: 'EMU0016', message: 'Subscriber:listSubscribers is not permitted' },
    })
  })

  test('may log out whatever its permissions are (published document)', async () => {
    const user = await (await openSandbox().operator()).user('new', deny('*'))
    expect((await user.call('POST', '/auth/logout')).status).toBe(204)
    expect((await user.call('POST', '/auth/logout')).status).toBe(401)
  })

  test('may do what its statements name by tag and operation, and nothing else', async () => {
    const user = await (await openSandbox().operator()).user('reader', allow('Subscriber:list*', 'Group:createGroup'))
    expect((await user.call('GET', '/subscribers')).status).toBe(200)
    expect((await user.call('POST', '/groups', {})).status).toBe(201)
    expect(await user.call('GET', '/groups')).toMatchObject(refused)
    expect(await user.call('GET', '/subscribers/001010000000000')).toMatchObject(refused)
  })

  test('is refused by one statement that denies, over all that allow', async () => {
    const user = await (await openSandbox().operator()).user('most', allow('*'), deny('Billing:*'))
    expect((await user.call('GET', '/subscribers')).status).toBe(200)
    expect(await user.call('GET', '/bills')).toMatchObject(refused)
  })

  test('is refused before its body is looked at, and before what it asks for is', async () => {
    const user = await (await openSandbox().operator()).user('new')
    expect(await user.call('POST', '/groups', '{')).toMatchObject(refused)
    expect(await user.call('GET', '/groups/none')).toMatchObject(refused)
  })

  test('is refused with the status that is set', async () => {
    const sandbox = openSandbox({ settings: { notPermittedStatus: 401 } })
    const user = await (await sandbox.operator()).user('new')
    expect((await user.call('GET', '/subscribers')).status).toBe(401)
  })

  test('acts for its operator: what it makes is there for the root user', async () => {
    const root = await openSandbox().operator()
    const user = await root.user('maker', allow('*'))
    const imsi = await user.sim()
    expect((await root.call('GET', '/subscribers')).body).toMatchObject([{ imsi, operatorId: root.operatorId }])
  })

  test('can be let change its own password alone (example of the default permissions, users.soracom.io)', async () => {
    const root = await openSandbox().operator()
    const condition = "pathVariable('user_name') == samUserName"
    const user = await root.user('me', { ...allow('User:updateUserPassword'), condition })
    await root.user('other')
    const body = { currentPassword: password, newPassword: 'Passw0rd2' }
    const pathOf = (name: string) => `/operators/${root.operatorId}/users/${name}/password`
    expect(await user.call('PUT', pathOf('other'), body)).toMatchObject(refused)
    expect((await user.call('PUT', pathOf('me'), body)).status).toBe(200)
  })

  test('is let by the time and the address of its call', async () => {
    const condition = "currentDate >= date(2026, 02, 01) and ipAddress('10.0.0.0/24')"
    const settings = { callerIpAddress: '10.0.0.7' }
    const { emulator, operator } = openSandbox({ startTime: '2026-01-31T23:00:00Z', settings })
    const user = await (await operator()).user('later', { ...allow('*'), condition })
    expect(await user.call('GET', '/subscribers')).toMatchObject(refused)
    emulator.clock.advance({ hours: 1 })
    expect((await user.call('GET', '/subscribers')).status).toBe(200)
  })
})

describe('what a SAM user may do', () => {
  test('comes from itself, its roles and the default permissions', async () => {
    const sandbox = openSandbox()
    const root = await sandbox.operator()
    const path = `/operators/${root.operatorId}`
    await root.user('one', allow('Subscriber:*'))
    await root.call('POST', `${path}/roles/groups`, { permission: text(allow('Group:*')) })
    await root.call('POST', `${path}/users/one/roles`, { roleId: 'groups' })
    await root.call('PUT', `${path}/users/default_permissions`, { permissions: text(allow('Sim:*')) })
    const credentials = await logInAgain(sandbox, root, 'one')
    for (const allowed of ['/subscribers', '/groups', '/sims']) {
      expect((await sandbox.call('GET', allowed, undefined, credentials)).status).toBe(200)
    }
    expect(await sandbox.call('GET', '/orders', undefined, credentials)).toMatchObject(refused)
  })

  test('stands in the token: a change shows with the next one (users.soracom.io, permissions of SAM users)', async () => {
    const sandbox = openSandbox()
    const root = await sandbox.operator()
    const user = await root.user('one', allow('Subscriber:*'))
    const permission = text(allow('Group:*'))
    await root.call('PUT', `/operators/${root.operatorId}/users/one/permission`, { permission })
    expect((await user.call('GET', '/subscribers')).status).toBe(200)
    expect(await user.call('GET', '/groups')).toMatchObject(refused)
    const credentials = await logInAgain(sandbox, root, 'one')
    expect((await sandbox.call('GET', '/groups', undefined, credentials)).status).toBe(200)
    expect(await sandbox.call('GET', '/subscribers', undefined, credentials)).toMatchObject(refused)
  })

  test('is told by the token, as what the root user may is (decoded shape of production tokens)', async () => {
    const root = await openSandbox().operator()
    const user = await root.user('one', { effect: 'allow', api: 'Subscriber:*' }, deny('Billing:*'))
    expect(toClaims(user).operator).toMatchObject({
      operatorId: root.operatorId,
      permissions: [{ statements: [allow('Subscriber:*'), deny('Billing:*')] }],
    })
    expect(toClaims(root).operator.permissions).toEqual([{ statements: [allow('*')] }])
  })

  test('is kept by the tokens that it makes for itself', async () => {
    const root = await openSandbox().operator()
    const user = await root.user('one', allow('Operator:generateAuthToken'))
    const { token } = (await user.call('POST', `/operators/${root.operatorId}/token`, {})).body
    expect(await user.call('GET', '/subscribers', undefined, { 'X-Soracom-Token': token })).toMatchObject(refused)
  })
})

function toClaims({ credentials }: TestOperator) {
  const [, middle = ''] = (credentials['X-Soracom-Token'] ?? '').split('.')
  return JSON.parse(Buffer.from(middle, 'base64url').toString())
}
