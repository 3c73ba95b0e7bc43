import { describe, expect, test } from 'vitest'
import { openSandbox } from '../testing/open-sandbox.ts'

const readers = '{ "statements": [ { "effect": "allow", "api": "Subscriber:*" } ] }'
const malformed = ['', '{', '{}', '{"statements":[{"effect":"perhaps","api":"*"}]}']
const unknownWord = '{"statements":[{"effect":"allow","api":"*","condition":"fullMoon()"}]}'

async function open(settings = {}) {
  const root = await openSandbox({ settings }).operator()
  const path = `/operators/${root.operatorId}/users`
  await root.call('POST', `${path}/one`, {})
  return { root, path }
}

describe('the permission of a user', () => {
  test('is a text that holds JSON, and is given back as it was set (published document)', async () => {
    const { root, path } = await open()
    expect((await root.call('GET', `${path}/one/permission`)).body).toEqual({ permission: '' })
    const put = await root.call('PUT', `${path}/one/permission`, { permission: readers, description: 'readers' })
    expect(put).toMatchObject({ status: 200, body: undefined })
    expect((await root.call('GET', `${path}/one/permission`)).body).toEqual({ permission: readers })
    expect((await root.call('GET', `${path}/one`)).body.permission).toBe(readers)
    expect((await root.call('DELETE', `${path}/one/permission`)).status).toBe(204)
    expect((await root.call('GET', `${path}/one/permission`)).body).toEqual({ permission: '' })
  })

  test.each(malformed)('that is %j answers 400', async (permission) => {
    const { root, path } = await open()
    const put = await root.call('PUT', `${path}/one/permission`, { permission })
    expect(put).toMatchObject({ status: 400, body: { code: 'EMU0100' } })
    expect((await root.call('GET', `${path}/one/permission`)).body).toEqual({ permission: '' })
  })

  test('that is an object, no text, breaks the schema', async () => {
    const { root, path } = await open()
    const put = await root.call('PUT', `${path}/one/permission`, { permission: JSON.parse(readers) })
    expect(put).toMatchObject({ status: 400, body: { code: 'COM0008' } })
  })

  test('with a word that the emulator does not know is refused, or taken where that is set', async () => {
    const { root, path } = await open()
    expect(await root.call('PUT', `${path}/one/permission`, { permission: unknownWord })).toMatchObject({
      status: 400,
      body: { message: 'The permission is not valid: the emulator does not know fullMoon(…) in a condition' },
    })
    for (const [unknownConditions, status] of [
      ['met', 200],
      ['unmet', 403],
    ] as const) {
      const { operator } = openSandbox({ settings: { unknownConditions } })
      const user = await (await operator()).user('one', JSON.parse(unknownWord).statements[0])
      expect((await user.call('GET', '/subscribers')).status).toBe(status)
    }
  })

  test('that was never set is shown as is set', async () => {
    const { root, path } = await open({ unsetPermission: null })
    expect((await root.call('GET', `${path}/one/permission`)).body).toEqual({ permission: null })
  })
})

describe('the default permissions', () => {
  test('are set with 202, in a field that is plural, and read in another (published document)', async () => {
    const { root, path } = await open()
    const at = `${path}/default_permissions`
    expect((await root.call('GET', at)).body).toEqual({ defaultPermissions: '' })
    expect(await root.call('PUT', at, { permissions: readers })).toMatchObject({ status: 202, body: undefined })
    expect((await root.call('GET', at)).body).toEqual({ defaultPermissions: readers })
    expect(await root.call('PUT', at, { permission: readers })).toMatchObject({
      status: 400,
      body: { code: 'COM0008' },
    })
    expect((await root.call('DELETE', at)).status).toBe(204)
    expect((await root.call('GET', at)).body).toEqual({ defaultPermissions: '' })
  })

  test.each(malformed)('that are %j answer 400', async (permissions) => {
    const { root, path } = await open()
    const put = await root.call('PUT', `${path}/default_permissions`, { permissions })
    expect(put).toMatchObject({ status: 400, body: { code: 'EMU0100' } })
  })

  test('of an operator that is not the own are not found (published document)', async () => {
    const { root } = await open()
    const at = '/operators/OP0000000001/users/default_permissions'
    expect((await root.call('GET', at)).status).toBe(404)
    expect((await root.call('DELETE', at)).status).toBe(404)
    expect((await root.call('PUT', at, { permissions: readers })).status).toBe(400)
  })
})
