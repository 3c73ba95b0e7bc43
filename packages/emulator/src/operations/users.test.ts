import { describe, expect, test } from 'vitest'
import { openSandbox, password } from '../testing/open-sandbox.ts'

const startTime = '2026-11-01T00:00:00Z'
const createDateTime = Date.parse(startTime) / 1000
const everything = { effect: 'allow', api: '*' }

async function open(settings = {}) {
  const sandbox = openSandbox({ startTime, settings })
  const root = await sandbox.operator()
  const path = `/operators/${root.operatorId}/users`
  return { ...sandbox, root, path, logIn: (body: object) => sandbox.call('POST', '/auth', body) }
}

describe('a SAM user', () => {
  test('is made with 201 and shown with all that it has (published document)', async () => {
    const { root, path } = await open()
    expect(await root.call('POST', `${path}/one`, { description: 'first' })).toMatchObject({
      status: 201,
      body: undefined,
    })
    expect((await root.call('GET', `${path}/one`)).body).toEqual({
      userName: 'one',
      description: 'first',
      authKeyList: [],
      roleList: [],
      hasPassword: false,
      permission: '',
      createDateTime,
      updateDateTime: createDateTime,
    })
  })

  test('tells when it was changed last, in seconds', async () => {
    const { root, path, emulator } = await open()
    await root.call('POST', `${path}/one`, {})
    emulator.clock.advance({ minutes: 1 })
    expect((await root.call('PUT', `${path}/one`, { description: 'changed' })).status).toBe(200)
    expect((await root.call('GET', path)).body).toMatchObject([
      { description: 'changed', createDateTime, updateDateTime: createDateTime + 60 },
    ])
  })

  test('has a name of any text (users.soracom.io, SAM)', async () => {
    const { root, path } = await open()
    for (const name of ['a/b', '利用者', '__proto__', 'a b']) {
      expect((await root.call('POST', `${path}/${encodeURIComponent(name)}`, {})).status).toBe(201)
      expect((await root.call('GET', `${path}/${encodeURIComponent(name)}`)).body.userName).toBe(name)
    }
    expect((await root.call('GET', path)).body).toHaveLength(4)
  })

  test('is one of its name in an operator, and each operator has its own', async () => {
    const { operator, root, path } = await open()
    const other = await operator()
    await root.call('POST', `${path}/one`, {})
    expect(await root.call('POST', `${path}/one`, {})).toMatchObject({ status: 400, body: { code: 'EMU0102' } })
    expect((await other.call('GET', `/operators/${other.operatorId}/users/one`)).status).toBe(404)
    expect((await other.call('GET', `${path}/one`)).status).toBe(400)
  })

  test('is one of 50 at most (users.soracom.io, SAM), or as many as are set', async () => {
    const { root, path } = await open({ maxUsers: 2 })
    for (const name of ['one', 'two']) await root.call('POST', `${path}/${name}`, {})
    expect(await root.call('POST', `${path}/three`, {})).toMatchObject({ status: 400, body: { code: 'EMU0103' } })
  })

  test.each([
    ['GET', '', 404],
    ['PUT', '', 404],
    ['DELETE', '', 404],
    ['GET', '/auth_keys', 404],
    ['POST', '/auth_keys', 404],
    ['GET', '/auth_keys/keyId-1', 404],
    ['DELETE', '/auth_keys/keyId-1', 404],
    ['GET', '/password', 404],
    ['POST', '/password', 404],
    ['PUT', '/password', 404],
    ['DELETE', '/password', 404],
    ['GET', '/permission', 404],
    ['PUT', '/permission', 404],
    ['GET', '/roles', 404],
    ['POST', '/roles', 404],
    ['DELETE', '/roles/one', 404],
    ['DELETE', '/permission', 400],
    ['DELETE', '/tokens', 400],
    ['GET', '/trust_policy', 400],
    ['PUT', '/trust_policy', 400],
    ['DELETE', '/trust_policy', 400],
    ['GET', '/mfa', 400],
    ['POST', '/mfa', 400],
    ['DELETE', '/mfa', 400],
    ['POST', '/mfa/verify', 400],
  ])('that is unknown is answered to %s …%s with %i (published document)', async (method, rest, status) => {
    const { root, path } = await open()
    const body = method === 'POST' || method === 'PUT' ? {} : undefined
    const reply = await root.call(method, `${path}/none${rest}`, body)
    expect(reply).toMatchObject({ status, body: { code: 'EMU0005', message: 'No such user: none' } })
  })

  test('takes its tokens and keys with it when it is deleted', async () => {
    const { root, path, logIn } = await open()
    const user = await root.user('one', everything)
    const { authKeyId, authKey } = (await root.call('POST', `${path}/one/auth_keys`)).body
    expect((await root.call('DELETE', `${path}/one`)).status).toBe(204)
    expect((await user.call('GET', '/subscribers')).status).toBe(401)
    expect((await logIn({ authKeyId, authKey })).status).toBe(401)
    expect((await logIn({ operatorId: root.operatorId, userName: 'one', password })).status).toBe(401)
    expect((await root.call('GET', path)).body).toEqual([])
    expect((await root.call('GET', '/subscribers')).status).toBe(200)
  })

  test('loses all tokens when they are revoked, and the root user and others keep theirs', async () => {
    const { root, path, logIn } = await open()
    const one = await root.user('one', everything)
    const other = await root.user('other', everything)
    const again = (await logIn({ operatorId: root.operatorId, userName: 'one', password })).body
    expect((await root.call('DELETE', `${path}/one/tokens`)).status).toBe(204)
    expect((await one.call('GET', '/subscribers')).status).toBe(401)
    const headers = { 'X-Soracom-API-Key': again.apiKey, 'X-Soracom-Token': again.token }
    expect((await one.call('GET', '/subscribers', undefined, headers)).status).toBe(401)
    expect((await other.call('GET', '/subscribers')).status).toBe(200)
    expect((await root.call('GET', '/subscribers')).status).toBe(200)
  })

  test("keeps its tokens when the root user's are revoked (published document)", async () => {
    const { root } = await open()
    const user = await root.user('one', everything)
    expect((await root.call('DELETE', `/operators/${root.operatorId}/tokens`)).status).toBe(204)
    expect((await root.call('GET', '/subscribers')).status).toBe(401)
    expect((await user.call('GET', '/subscribers')).status).toBe(200)
  })
})

describe('a password', () => {
  test('logs its user in, with the operator and the name (published document)', async () => {
    const { root, path, logIn } = await open()
    const { operatorId } = root
    await root.call('POST', `${path}/one`, {})
    expect((await root.call('POST', `${path}/one/password`, { password })).status).toBe(201)
    expect(await logIn({ operatorId, userName: 'one', password })).toMatchObject({
      status: 200,
      body: { operatorId, userName: 'one', apiKey: expect.any(String), token: expect.any(String) },
    })
    for (const wrong of [
      { operatorId, userName: 'one', password: 'Passw0rd2' },
      { operatorId, userName: 'other', password },
      { operatorId: 'OP0000000001', userName: 'one', password },
      { operatorId, userName: 'one' },
      { userName: 'one', password },
      { operatorId, password },
    ]) {
      expect(await logIn(wrong)).toMatchObject({ status: 401, body: { code: 'AUM0002' } })
    }
  })

  test('that is none logs nobody in', async () => {
    const { root, path, logIn } = await open()
    await root.call('POST', `${path}/one`, {})
    expect((await logIn({ operatorId: root.operatorId, userName: 'one' })).status).toBe(401)
  })

  test('is set once, changed by who knows it, and deleted with 404 where there is none (published document)', async () => {
    const { root, path } = await open()
    const at = `${path}/one/password`
    await root.call('POST', `${path}/one`, {})
    expect((await root.call('GET', at)).body).toEqual({ hasPassword: false })
    expect(await root.call('POST', at, { password: 'weak' })).toMatchObject({ status: 400, body: { code: 'AUM0010' } })
    expect(await root.call('POST', at, {})).toMatchObject({ status: 400, body: { code: 'COM0008' } })
    await root.call('POST', at, { password })
    expect(await root.call('POST', at, { password })).toMatchObject({ status: 400, body: { code: 'EMU0104' } })
    const wrong = await root.call('PUT', at, { currentPassword: 'Wrong1234', newPassword: 'Passw0rd2' })
    expect(wrong).toMatchObject({ status: 400, body: { message: 'Invalid value of currentPassword: ***' } })
    expect((await root.call('PUT', at, { currentPassword: password, newPassword: 'weak' })).status).toBe(400)
    expect((await root.call('PUT', at, { currentPassword: password, newPassword: 'Passw0rd2' })).status).toBe(200)
    expect((await root.call('GET', at)).body).toEqual({ hasPassword: true })
    expect((await root.call('DELETE', at)).status).toBe(204)
    expect((await root.call('DELETE', at)).status).toBe(404)
  })
})

describe('an auth key', () => {
  test('of a SAM user is made with 200, where that of the root user is 201 (published document)', async () => {
    const { root, path } = await open()
    await root.call('POST', `${path}/one`, {})
    expect(await root.call('POST', `${path}/one/auth_keys`)).toMatchObject({
      status: 200,
      body: { authKeyId: expect.stringMatching(/^keyId-/), authKey: expect.stringMatching(/^secret-/) },
    })
    expect((await root.call('POST', `/operators/${root.operatorId}/auth_keys`)).status).toBe(201)
  })

  test('logs its user in until it is deleted, and is never shown again', async () => {
    const { root, path, logIn, emulator } = await open()
    const at = `${path}/one/auth_keys`
    await root.call('POST', `${path}/one`, {})
    const { authKeyId, authKey } = (await root.call('POST', at)).body
    expect((await root.call('GET', at)).body).toEqual([{ authKeyId, createDateTime }])
    emulator.clock.advance({ minutes: 1 })
    expect((await logIn({ authKeyId, authKey })).body).toMatchObject({ userName: 'one' })
    expect((await logIn({ authKeyId, authKey: 'secret-x' })).status).toBe(401)
    const key = { authKeyId, createDateTime, lastUsedDateTime: createDateTime + 60 }
    expect((await root.call('GET', `${at}/${authKeyId}`)).body).toEqual(key)
    expect((await root.call('GET', `${path}/one`)).body.authKeyList).toEqual([key])
    expect((await root.call('DELETE', `${at}/${authKeyId}`)).status).toBe(204)
    expect((await root.call('DELETE', `${at}/${authKeyId}`)).status).toBe(404)
    expect((await logIn({ authKeyId, authKey })).status).toBe(401)
  })

  test('belongs to its user alone', async () => {
    const { root, path } = await open()
    for (const name of ['one', 'other']) await root.call('POST', `${path}/${name}`, {})
    const { authKeyId } = (await root.call('POST', `${path}/one/auth_keys`)).body
    expect((await root.call('GET', `${path}/other/auth_keys/${authKeyId}`)).status).toBe(404)
    expect((await root.call('DELETE', `${path}/other/auth_keys/${authKeyId}`)).status).toBe(404)
    expect((await root.call('DELETE', `/operators/${root.operatorId}/auth_keys/${authKeyId}`)).status).toBe(404)
  })
})

test('an operator takes its users with it when it is deleted: their tokens, keys and passwords', async () => {
  const { root, path, logIn, operator } = await open()
  const user = await root.user('one', everything)
  const { authKeyId, authKey } = (await root.call('POST', `${path}/one/auth_keys`)).body
  const other = await (await operator()).user('one', everything)
  expect((await root.call('DELETE', `/sandbox/operators/${root.operatorId}`)).status).toBe(200)
  expect((await user.call('GET', '/subscribers')).status).toBe(401)
  expect((await logIn({ authKeyId, authKey })).status).toBe(401)
  expect((await logIn({ operatorId: root.operatorId, userName: 'one', password })).status).toBe(401)
  expect((await other.call('GET', '/subscribers')).status).toBe(200)
})
