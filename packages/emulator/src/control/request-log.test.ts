import { describe, expect, test } from 'vitest'
import { openSandbox, password, productionKey } from '../testing/open-sandbox.ts'

const startTime = '2026-11-10T00:00:00Z'

describe('the log', () => {
  test('tells who called what, with which answer', async () => {
    const { operator, call, emulator } = openSandbox({ startTime })
    const { operatorId, call: own } = await operator()
    await own('GET', '/groups?limit=1', undefined, { 'X-Soracom-Fixtures-Test': encodeURIComponent('課金 › 月末') })
    await own('GET', '/groups/none')
    await call('GET', '/nothing')
    const [init, list, missing, unknown] = emulator.log()
    expect(init).toMatchObject({ sequence: 1, operationId: 'sandboxInitializeOperator', operatorId, status: 201 })
    expect(list).toMatchObject({
      sequence: 2,
      time: expect.stringContaining('2026-11-10T00:00:0'),
      method: 'GET',
      path: '/v1/groups?limit=1',
      operationId: 'listGroups',
      operatorId,
      status: 200,
      code: null,
      test: '課金 › 月末',
      faults: [],
      answer: { headers: { 'content-type': 'application/json;charset=UTF-8' }, body: [] },
    })
    expect(list?.durationMs).toBeLessThan(1000)
    expect(missing).toMatchObject({ operationId: 'getGroup', status: 404, code: 'EMU0005', test: null })
    expect(unknown).toMatchObject({ operationId: null, operatorId: null, status: 404, code: 'EMU0003' })
  })

  test('holds no secret', async () => {
    const { operator, call, emulator, control } = openSandbox()
    const { email, operatorId, credentials, call: own, sim } = await operator()
    await sim()
    const { authKey, authKeyId } = (await own('POST', `/operators/${operatorId}/auth_keys`)).body
    await call('POST', '/auth', { authKeyId, authKey })
    await call('POST', '/auth', { email, password: 'Wr0ngPassword' })
    await own('POST', `/operators/${operatorId}/password`, { currentPassword: password, newPassword: 'N3wPassword' })
    const { token } = (await own('POST', `/operators/${operatorId}/token`)).body
    await own('POST', '/payment_methods/webpay', { cvc: '987', number: '4242424242424242', name: 'A' })
    const { totpUri } = (await own('POST', `/operators/${operatorId}/mfa`)).body
    const { groupId } = (await own('POST', '/groups', {})).body
    const pair = [{ key: 'password', value: 'hunter2hunter2' }]
    await own('PUT', `/groups/${groupId}/configuration/SoracomBeam`, pair)
    await call('GET', `/nothing?token=${token}&x=1`)
    await call('POST', '/auth', `{"password":"Unf1nished`)
    const secrets = [
      ...[password, 'Wr0ngPassword', 'N3wPassword', productionKey.authKey, authKey, token, 'hunter2hunter2'],
      ...[
        new URL(totpUri).searchParams.get('secret') ?? '',
        // In quotes, since the digits alone may stand in a number that is drawn.
        '"987"',
        '4242424242424242',
        'Unf1nished',
        ...Object.values(credentials),
      ],
    ]
    const { registrationSecret } = (await own('POST', '/sandbox/subscribers/create')).body
    const texts = [JSON.stringify(emulator.log()), JSON.stringify((await control('GET', 'log')).body)]
    for (const text of texts) {
      for (const secret of secrets) expect(text).not.toContain(secret)
      expect(text).not.toContain(`"registrationSecret":"${registrationSecret}"`)
      expect(text).toContain(email)
      expect(text).toContain(authKeyId)
      expect(text).toContain('"password":"[redacted]"')
      expect(text).toContain('/v1/nothing?token=[redacted]&x=1')
    }
  })

  test('is asked for by operation, time and sequence', async () => {
    const { operator, emulator, control } = openSandbox({ startTime })
    const { call } = await operator()
    await call('GET', '/groups')
    emulator.clock.advance({ hours: 1 })
    await call('GET', '/groups')
    await call('GET', '/orders')
    const sequences = async (query: string) =>
      (await control('GET', `log${query}`)).body.entries.map(({ sequence }: { sequence: number }) => sequence)
    expect(await sequences('')).toEqual([1, 2, 3, 4])
    expect(await sequences('?operationId=listGroups')).toEqual([2, 3])
    expect(await sequences('?since=2026-11-10T00:30:00Z')).toEqual([3, 4])
    expect(await sequences(`?since=${Date.parse(startTime) + 1_800_000}&operationId=listOrders`)).toEqual([4])
    expect(await sequences('?after=3')).toEqual([4])
    expect((await control('GET', 'log?since=soon')).status).toBe(400)
    expect((await control('GET', 'log?after=soon')).status).toBe(400)
    expect(() => emulator.log({ since: 'soon' })).toThrow(RangeError)
  })

  test('keeps the last calls only, and no long bodies', async () => {
    const { operator, emulator } = openSandbox({ logSize: 3 })
    const { call } = await operator()
    for (let made = 0; made < 4; made += 1) await call('GET', '/orders')
    await call('POST', '/groups', { tags: { name: 'x'.repeat(20_000) } })
    const entries = emulator.log()
    expect(entries.map(({ sequence }) => sequence)).toEqual([4, 5, 6])
    expect(entries[2]).toMatchObject({
      status: 201,
      request: { body: '(too long to be kept)' },
      answer: { body: '(too long to be kept)' },
    })
  })

  test('can be left off', async () => {
    const { call, emulator, control } = openSandbox({ logSize: 0 })
    await call('GET', '/products')
    expect(emulator.log()).toEqual([])
    expect((await control('GET', 'log')).body).toEqual({ entries: [] })
  })
})
