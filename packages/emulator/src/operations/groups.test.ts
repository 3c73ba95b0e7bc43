import { describe, expect, test } from 'vitest'
import { openSandbox } from '../testing/open-sandbox.ts'

async function openGroup(request: object = {}) {
  const operator = await openSandbox({ startTime: '2026-11-10T12:00:00Z' }).operator()
  const made = await operator.call('POST', '/groups', request)
  const path = `/groups/${made.body.groupId}`
  const configurationOf = async () => (await operator.call('GET', path)).body.configuration
  return { operator, call: operator.call, made, path, groupId: made.body.groupId as string, configurationOf }
}

describe('a group', () => {
  test('is made with 201, with a UUID, an empty configuration and each time twice (published document; Go client)', async () => {
    const { made, operator } = await openGroup({ tags: { name: '東京' } })
    expect(made.status).toBe(201)
    const { createdTime, lastModifiedTime } = made.body
    expect(made.body).toEqual({
      groupId: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
      operatorId: operator.operatorId,
      tags: { name: '東京' },
      configuration: {},
      createdAt: createdTime,
      createdTime,
      lastModifiedAt: lastModifiedTime,
      lastModifiedTime,
    })
    // Milliseconds.
    expect(createdTime.toString()).toMatch(/^179431\d{7}$/)
  })

  test.each([
    ['no body', ''],
    ['{}', {}],
    ['null for its tags', { tags: null }],
    ['null for both', { tags: null, configuration: null }],
  ])('may be made of %s (Go and Ruby clients)', async (_, request) => {
    const { call } = await openSandbox().operator()
    expect(await call('POST', '/groups', request)).toMatchObject({ status: 201, body: { tags: {}, configuration: {} } })
  })

  test('is deleted with 204, from a body of {} too, and leaves its SIMs without a group (not recorded)', async () => {
    const { operator, path, groupId } = await openGroup()
    const imsi = await operator.sim()
    await operator.call('POST', `/subscribers/${imsi}/set_group`, { groupId })
    expect(await operator.call('DELETE', path, {})).toMatchObject({ status: 204, body: undefined })
    expect((await operator.call('GET', `/subscribers/${imsi}`)).body.groupId).toBe(null)
    expect((await operator.call('GET', path)).status).toBe(404)
  })

  test('tells its SIMs as the newer API of SIMs does (published document)', async () => {
    const { operator, path, groupId } = await openGroup()
    const imsi = await operator.sim()
    await operator.call('POST', `/subscribers/${imsi}/set_group`, { groupId })
    expect((await operator.call('GET', `${path}/subscribers`)).body).toEqual([
      (await operator.call('GET', `/sims/${imsi}`)).body,
    ])
    await operator.call('POST', `/subscribers/${imsi}/unset_group`)
    expect((await operator.call('GET', `${path}/subscribers`)).body).toEqual([])
  })
})

describe('the configuration of a group', () => {
  test('is merged key by key, of any kind of value (published document; test of the Go client)', async () => {
    const { call, path } = await openGroup()
    const put = (entries: readonly object[]) => call('PUT', `${path}/configuration/SoracomAir`, entries)
    await put([
      { key: 'useCustomDns', value: true },
      { key: 'dnsServers', value: ['8.8.8.8'] },
    ])
    const { status, body } = await put([
      { key: 'useCustomDns', value: false },
      { key: 'of my own', value: null },
    ])
    expect(status).toBe(200)
    expect(body.configuration).toEqual({
      SoracomAir: { useCustomDns: false, dnsServers: ['8.8.8.8'], 'of my own': null },
    })
  })

  test.each(['tcp%3A%2F%2Fbeam.soracom.io%3A8023', 'tcp:%2F%2Fbeam.soracom.io:8023'])(
    'may have a URL for a key, and loses it by 204 at the escaped path %s (test of the Go client)',
    async (escaped) => {
      const { call, path, configurationOf } = await openGroup()
      const key = 'tcp://beam.soracom.io:8023'
      await call('PUT', `${path}/configuration/SoracomBeam`, [{ key, value: { enabled: true } }])
      expect(await configurationOf()).toEqual({ SoracomBeam: { [key]: { enabled: true } } })
      const removed = await call('DELETE', `${path}/configuration/SoracomBeam/${escaped}`)
      expect(removed).toMatchObject({ status: 204, body: undefined })
      expect((await configurationOf()).SoracomBeam ?? {}).toEqual({})
      expect((await call('DELETE', `${path}/configuration/SoracomBeam/${escaped}`)).status).toBe(404)
    },
  )

  test('loses a whole namespace with 204 (published document)', async () => {
    const { call, path, configurationOf } = await openGroup({
      configuration: { SoracomAir: { a: 1 }, SoracomFunk: { b: 2 } },
    })
    expect((await call('DELETE', `${path}/configuration/SoracomAir`)).status).toBe(204)
    expect(await configurationOf()).toEqual({ SoracomFunk: { b: 2 } })
    expect((await call('DELETE', `${path}/configuration/SoracomAir`)).status).toBe(404)
  })
})

describe('tags of a group', () => {
  test('are merged as those of SIMs are, and one is deleted with 204 (published document)', async () => {
    const { call, path } = await openGroup({ tags: { name: 'one', place: 'roof' } })
    const put = await call('PUT', `${path}/tags`, [
      { tagName: 'name', tagValue: 'two' },
      { tagName: 'with space', tagValue: '' },
    ])
    expect(put).toMatchObject({ status: 200, body: { tags: { name: 'two', place: 'roof', 'with space': '' } } })
    expect((await call('DELETE', `${path}/tags/with+space`)).status).toBe(204)
    expect((await call('GET', path)).body.tags).toEqual({ name: 'two', place: 'roof' })
  })

  test('filter the list, by the whole value or how it begins (published document)', async () => {
    const { call } = await openGroup({ tags: { place: 'roof-1' } })
    await call('POST', '/groups', { tags: { place: 'cellar' } })
    const found = async (value: string, more = '') =>
      (await call('GET', `/groups?tag_name=place&tag_value=${value}${more}`)).body.length
    expect([await found('roof-1'), await found('roof'), await found('roof', '&tag_value_match_mode=prefix')]).toEqual([
      1, 0, 1,
    ])
  })
})

test('a list of groups is paged by its keys, with the filter in the link (published document)', async () => {
  const { call } = await openGroup()
  for (let made = 1; made < 5; made += 1) await call('POST', '/groups', { tags: { n: `${made % 2}` } })
  const seen: string[] = []
  let query = '?limit=2'
  for (;;) {
    const { body, headers } = await call('GET', `/groups${query}`)
    seen.push(...body.map((group: { groupId: string }) => group.groupId))
    const key = headers['x-soracom-next-key']
    if (key === undefined) break
    query = `?limit=2&last_evaluated_key=${encodeURIComponent(key)}`
    expect(headers.link).toMatch(`</v1/groups${query}>; rel=next`)
  }
  expect([seen.length, new Set(seen).size]).toEqual([5, 5])
  const { headers } = await call('GET', '/groups?tag_name=n&tag_value=1&limit=1')
  expect(headers.link).toMatch(/^<\/v1\/groups\?tag_name=n&tag_value=1&limit=1&last_evaluated_key=[\w-]+>; rel=next$/)
})
