import { describe, expect, test } from 'vitest'
import { createEmulator } from '../create-emulator.ts'
import { openSandbox } from '../testing/open-sandbox.ts'

const startTime = '2026-11-01T00:00:00Z'
const createDateTime = Date.parse(startTime) / 1000
const readers = '{"statements":[{"effect":"allow","api":"Subscriber:*"}]}'
const roleId = 'srn:soracom:::Role:SimReader'
const soracomManagedRoles = [{ roleId, permission: readers, description: 'reads', publishedMs: 1_700_000_000_000 }]

async function open(settings = {}) {
  const sandbox = openSandbox({ startTime, settings })
  const root = await sandbox.operator()
  return { ...sandbox, root, path: `/operators/${root.operatorId}` }
}

describe('a role', () => {
  test('is made with 200 and its id (published document)', async () => {
    const { root, path } = await open()
    const made = await root.call('POST', `${path}/roles/readers`, { permission: readers, description: 'read SIMs' })
    expect(made).toMatchObject({ status: 200, body: { roleId: 'readers' } })
    const role = {
      roleId: 'readers',
      roleName: 'readers',
      owner: 'operator',
      description: 'read SIMs',
      createDateTime,
      updateDateTime: createDateTime,
    }
    expect((await root.call('GET', `${path}/roles/readers`)).body).toEqual({ ...role, permission: readers })
    expect((await root.call('GET', `${path}/roles`)).body).toEqual([role])
  })

  test('is refused with a permission that is not valid, and without one', async () => {
    const { root, path } = await open()
    const refused = await root.call('POST', `${path}/roles/readers`, { permission: '{' })
    expect(refused).toMatchObject({ status: 400, body: { code: 'EMU0100' } })
    expect((await root.call('POST', `${path}/roles/readers`, {})).body.code).toBe('COM0008')
    expect((await root.call('GET', `${path}/roles`)).body).toEqual([])
  })

  test('is one of its id, and one of 20 at most (users.soracom.io, roles), or as many as are set', async () => {
    const { root, path } = await open({ maxRoles: 1 })
    await root.call('POST', `${path}/roles/one`, { permission: readers })
    for (const [name, code] of [
      ['one', 'EMU0102'],
      ['two', 'EMU0103'],
    ]) {
      const refused = await root.call('POST', `${path}/roles/${name}`, { permission: readers })
      expect(refused).toMatchObject({ status: 400, body: { code } })
    }
  })

  test('changes for all users that have it, with their next token', async () => {
    const { root, path, call, emulator } = await open()
    await root.call('POST', `${path}/roles/one`, { permission: readers })
    await root.call('POST', `${path}/users/reader`, {})
    await root.call('POST', `${path}/users/reader/roles`, { roleId: 'one' })
    const key = (await root.call('POST', `${path}/users/reader/auth_keys`)).body
    emulator.clock.advance({ seconds: 1 })
    const permission = '{"statements":[{"effect":"allow","api":["Group:*"]}]}'
    expect((await root.call('PUT', `${path}/roles/one`, { permission })).status).toBe(200)
    expect((await root.call('GET', `${path}/roles/one`)).body).toMatchObject({
      permission,
      updateDateTime: createDateTime + 1,
    })
    const { apiKey, token } = (await call('POST', '/auth', key)).body
    const headers = { 'X-Soracom-API-Key': apiKey, 'X-Soracom-Token': token }
    expect((await call('GET', '/groups', undefined, headers)).status).toBe(200)
    expect((await call('GET', '/subscribers', undefined, headers)).status).toBe(403)
  })

  test('is attached once, and shows with its user and the user with it (published document)', async () => {
    const { root, path } = await open()
    const attach = () => root.call('POST', `${path}/users/reader/roles`, { roleId: 'one' })
    await root.call('POST', `${path}/users/reader`, {})
    // A role that is unknown is 400 here, not 404.
    expect(await attach()).toMatchObject({ status: 400, body: { code: 'EMU0005' } })
    await root.call('POST', `${path}/roles/one`, { permission: readers })
    expect(await attach()).toMatchObject({ status: 200, body: undefined })
    expect(await attach()).toMatchObject({ status: 400, body: { code: 'EMU0109' } })
    expect((await root.call('GET', `${path}/users/reader/roles`)).body).toMatchObject([{ permission: readers }])
    const [role] = (await root.call('GET', `${path}/users/reader`)).body.roleList
    expect(role).toMatchObject({ roleId: 'one' })
    expect(role).not.toHaveProperty('permission')
    expect((await root.call('GET', `${path}/roles/one/users`)).body).toMatchObject([{ userName: 'reader' }])
  })

  test('cannot be deleted while a user has it (published document)', async () => {
    const { root, path } = await open()
    await root.call('POST', `${path}/roles/one`, { permission: readers })
    await root.call('POST', `${path}/users/reader`, {})
    await root.call('POST', `${path}/users/reader/roles`, { roleId: 'one' })
    expect(await root.call('DELETE', `${path}/roles/one`)).toMatchObject({ status: 400, body: { code: 'EMU0108' } })
    // 200 for a deletion, and without a body.
    expect(await root.call('DELETE', `${path}/users/reader/roles/one`)).toMatchObject({ status: 200, body: undefined })
    expect((await root.call('DELETE', `${path}/users/reader/roles/one`)).status).toBe(404)
    expect((await root.call('DELETE', `${path}/roles/one`)).status).toBe(204)
    expect((await root.call('DELETE', `${path}/roles/one`)).status).toBe(404)
  })

  test('goes free when the last user that has it is deleted', async () => {
    const { root, path } = await open()
    await root.call('POST', `${path}/roles/one`, { permission: readers })
    await root.call('POST', `${path}/users/reader`, {})
    await root.call('POST', `${path}/users/reader/roles`, { roleId: 'one' })
    await root.call('DELETE', `${path}/users/reader`)
    expect((await root.call('GET', `${path}/roles/one/users`)).body).toEqual([])
    expect((await root.call('DELETE', `${path}/roles/one`)).status).toBe(204)
  })

  test('has no versions (published document)', async () => {
    const { root, path } = await open()
    await root.call('POST', `${path}/roles/one`, { permission: readers })
    const versions = await root.call('GET', `${path}/roles/one/versions`)
    expect(versions).toMatchObject({ status: 400, body: { code: 'EMU0111' } })
    expect((await root.call('GET', `${path}/roles/none/versions`)).status).toBe(404)
  })
})

describe('a role that SORACOM manages', () => {
  test('is none unless the emulator is told of one', async () => {
    const { root, path } = await open()
    expect((await root.call('GET', `${path}/roles?owner=soracom`)).body).toEqual([])
  })

  test('is listed where it is asked for (published document)', async () => {
    const { root, path } = await open({ soracomManagedRoles })
    await root.call('POST', `${path}/roles/own`, { permission: readers })
    const idsOf = async (query: string) =>
      (await root.call('GET', `${path}/roles${query}`)).body.map((role: { roleId: string }) => role.roleId)
    expect(await idsOf('')).toEqual(['own'])
    expect(await idsOf('?owner=operator')).toEqual(['own'])
    expect(await idsOf('?owner=soracom')).toEqual([roleId])
    expect(await idsOf('?owner=all')).toEqual(['own', roleId])
    expect((await root.call('GET', `${path}/roles?owner=me`)).status).toBe(400)
  })

  test('can be attached, read with its version, and not be changed', async () => {
    const { root, path, call } = await open({ soracomManagedRoles })
    const at = `${path}/roles/${encodeURIComponent(roleId)}`
    const publishDateTime = 1_700_000_000
    expect((await root.call('GET', at)).body).toMatchObject({ roleName: 'SimReader', owner: 'soracom' })
    expect((await root.call('GET', `${at}/versions`)).body).toMatchObject([{ roleId, version: 1, publishDateTime }])
    expect((await root.call('PUT', at, { permission: readers })).status).toBe(404)
    expect((await root.call('DELETE', at)).status).toBe(404)
    await root.call('POST', `${path}/users/reader`, {})
    expect((await root.call('POST', `${path}/users/reader/roles`, { roleId })).status).toBe(200)
    const key = (await root.call('POST', `${path}/users/reader/auth_keys`)).body
    const { apiKey, token } = (await call('POST', '/auth', key)).body
    const headers = { 'X-Soracom-API-Key': apiKey, 'X-Soracom-Token': token }
    expect((await call('GET', '/subscribers', undefined, headers)).status).toBe(200)
  })

  test('with a permission that is not valid is told at the start', () => {
    const broken = [{ roleId, permission: '{', publishedMs: 0 }]
    expect(() => createEmulator({ settings: { soracomManagedRoles: broken } })).toThrow(
      'The permission of the role "srn:soracom:::Role:SimReader" is not valid: it is not JSON.',
    )
  })
})
