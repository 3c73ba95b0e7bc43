import { describe, expect, test } from 'vitest'
import { openSandbox, type TestOperator } from '../testing/open-sandbox.ts'

const everything = { effect: 'allow', api: '*' }
const rootSrn = ({ operatorId }: TestOperator) => `srn:soracom:${operatorId}::Operator:${operatorId}`
const userSrn = ({ operatorId }: TestOperator, name: string) => `srn:soracom:${operatorId}::User:${name}`
const refused = { status: 400, body: { code: 'EMU0110' } }

async function open(options = {}) {
  const sandbox = openSandbox(options)
  const root = await sandbox.operator()
  const target = await root.user('target', everything)
  const path = `/operators/${root.operatorId}/users/target/trust_policy`
  const trust = (soracom: string[], more = {}) =>
    root.call('PUT', path, {
      trustPolicy: JSON.stringify({ statements: [{ effect: 'allow', principal: { soracom }, ...more }] }),
    })
  const body = { operatorId: root.operatorId, userName: 'target' }
  return { ...sandbox, root, target, path, trust, body }
}

function toHeaders({ apiKey, token }: { readonly apiKey: string; readonly token: string }) {
  return { 'X-Soracom-API-Key': apiKey, 'X-Soracom-Token': token }
}

describe('switching to a SAM user', () => {
  test('is refused with 400 unless its trust policy names who switches (published document)', async () => {
    const { root, trust, body } = await open()
    expect(await root.call('POST', '/auth/switch_user', body)).toMatchObject(refused)
    await trust([userSrn(root, 'other')])
    expect(await root.call('POST', '/auth/switch_user', body)).toMatchObject(refused)
    await trust([userSrn(root, 'other'), rootSrn(root)])
    expect(await root.call('POST', '/auth/switch_user', body)).toMatchObject({
      status: 200,
      body: { operatorId: root.operatorId, userName: 'target' },
    })
  })

  test('gives what that user may do, and leaves the old token as it is (users.soracom.io, switch user)', async () => {
    const { call, root, trust, path, body } = await open()
    await trust([rootSrn(root)])
    const permission = '{"statements":[{"effect":"allow","api":"Group:*"}]}'
    await root.call('PUT', path.replace('trust_policy', 'permission'), { permission })
    const headers = toHeaders((await root.call('POST', '/auth/switch_user', body)).body)
    expect((await call('GET', '/groups', undefined, headers)).status).toBe(200)
    expect((await call('GET', '/subscribers', undefined, headers)).status).toBe(403)
    expect((await root.call('GET', '/subscribers')).status).toBe(200)
  })

  test('works across operators, for their root and SAM users (users.soracom.io, switch user)', async () => {
    const { call, operator, root, trust, body } = await open()
    const other = await operator()
    const user = await other.user('visitor', { effect: 'allow', api: 'Auth:switchUser' })
    await trust([userSrn(other, 'visitor')])
    expect(await other.call('POST', '/auth/switch_user', body)).toMatchObject(refused)
    const switched = await user.call('POST', '/auth/switch_user', body)
    expect(switched.body).toMatchObject({ operatorId: root.operatorId, userName: 'target' })
    const headers = toHeaders(switched.body)
    expect((await call('GET', `/operators/${root.operatorId}`, undefined, headers)).status).toBe(200)
  })

  test('needs the permission to switch', async () => {
    const { root, trust, body } = await open()
    const user = await root.user('other', { effect: 'allow', api: 'Subscriber:*' })
    await trust([userSrn(root, 'other')])
    expect((await user.call('POST', '/auth/switch_user', body)).status).toBe(403)
  })

  test('that one is already is refused (users.soracom.io, trust policy syntax)', async () => {
    const { root, target, trust, body } = await open()
    await trust([userSrn(root, 'target')])
    expect(await target.call('POST', '/auth/switch_user', body)).toMatchObject(refused)
  })

  test('that is unknown, or of an unknown operator, is refused with 400 as well', async () => {
    const { root, body } = await open()
    for (const unknown of [{ userName: 'none' }, { operatorId: 'OP0000000001' }]) {
      expect(await root.call('POST', '/auth/switch_user', { ...body, ...unknown })).toMatchObject(refused)
    }
    expect((await root.call('POST', '/auth/switch_user', {})).body.code).toBe('COM0008')
  })

  test('lasts an hour, or from 3 to 60 minutes as is asked (published document)', async () => {
    const { call, emulator, root, trust, body } = await open()
    await trust([rootSrn(root)])
    const switchFor = (tokenTimeoutSeconds?: number) =>
      root.call('POST', '/auth/switch_user', { ...body, ...(tokenTimeoutSeconds ? { tokenTimeoutSeconds } : {}) })
    for (const tooShortOrLong of [179, 3601, -1, 200.5]) {
      expect(await switchFor(tooShortOrLong)).toMatchObject({ status: 400, body: { code: 'COM0008' } })
    }
    const short = toHeaders((await switchFor(180)).body)
    const long = toHeaders((await switchFor()).body)
    const statusOf = async (headers: Record<string, string>) =>
      (await call('GET', '/subscribers', undefined, headers)).status
    emulator.clock.advance({ seconds: 179 })
    expect(await statusOf(short)).toBe(200)
    emulator.clock.advance({ seconds: 2 })
    expect([await statusOf(short), await statusOf(long)]).toEqual([401, 200])
    emulator.clock.advance({ hours: 1 })
    expect(await statusOf(long)).toBe(401)
  })

  test('depends on the conditions of the trust policy', async () => {
    const { emulator, root, trust, body } = await open({ startTime: '2023-06-30T23:59:00Z' })
    await trust([rootSrn(root)], { condition: 'currentDate >= date(2023, 07, 01)' })
    expect(await root.call('POST', '/auth/switch_user', body)).toMatchObject(refused)
    emulator.clock.advance({ minutes: 1 })
    expect((await root.call('POST', '/auth/switch_user', body)).status).toBe(200)
  })

  test("ends with that user's tokens", async () => {
    const { call, root, trust, path, body } = await open()
    await trust([rootSrn(root)])
    const headers = toHeaders((await root.call('POST', '/auth/switch_user', body)).body)
    await root.call('DELETE', path.replace('trust_policy', 'tokens'))
    expect((await call('GET', '/subscribers', undefined, headers)).status).toBe(401)
  })
})

describe('a trust policy', () => {
  test('is a text that holds JSON, and is given back as it was set (published document)', async () => {
    const { root, path } = await open()
    expect((await root.call('GET', path)).body).toEqual({ trustPolicy: '' })
    const trustPolicy = `{ "statements": [{"effect":"allow","principal":{"soracom":["${rootSrn(root)}"]}}] }`
    expect(await root.call('PUT', path, { trustPolicy })).toMatchObject({ status: 204, body: undefined })
    expect((await root.call('GET', path)).body).toEqual({ trustPolicy })
    expect((await root.call('DELETE', path)).status).toBe(204)
    expect((await root.call('GET', path)).body).toEqual({ trustPolicy: '' })
  })

  test.each(['', '{', '{"statements":[{"effect":"allow","api":"*"}]}'])(
    'that is %j answers 400',
    async (trustPolicy) => {
      const { root, path } = await open()
      expect(await root.call('PUT', path, { trustPolicy })).toMatchObject({ status: 400, body: { code: 'EMU0101' } })
    },
  )
})
