import { describe, expect, test } from 'vitest'
import { openSandbox, password, type TestOperator } from '../testing/open-sandbox.ts'
import { readTotpCode } from '../testing/read-totp-code.ts'

async function kindsOf({ call }: TestOperator, query = ''): Promise<string[]> {
  const { body } = await call('GET', `/audit_logs/api${query}`)
  return body.map(({ apiKind }: { readonly apiKind: string }) => apiKind)
}

const contract = { contractName: 'api_audit_log' }

describe('the audit log', () => {
  test('has calls of the group Auth only, without its contract (guide of the audit log)', async () => {
    const sandbox = openSandbox({ startTime: '2026-11-01T00:00:00Z' })
    const operator = await sandbox.operator()
    await operator.call('GET', '/groups')
    await sandbox.call('POST', '/auth', { email: operator.email, password })
    await sandbox.call('POST', '/auth/password_reset_token/issue', { email: operator.email })
    const { body } = await operator.call('GET', '/audit_logs/api')
    expect(body).toEqual([
      expect.objectContaining({ apiKind: '/v1/auth/password_reset_token/issue' }),
      {
        apiKind: '/v1/auth',
        operatorId: operator.operatorId,
        remoteIpAddress: '127.0.0.1',
        requestPath: '/v1/auth',
        requestedTimeEpochMs: expect.any(Number),
        statusCode: 200,
        userName: '',
      },
    ])
  })

  test('has all calls while its contract lasts, and none of them after it (guide of the audit log)', async () => {
    const operator = await openSandbox().operator()
    const path = `/operators/${operator.operatorId}/contracts`
    await operator.call('GET', '/groups')
    await operator.call('POST', path, contract)
    await operator.call('GET', '/groups/none')
    expect(await kindsOf(operator)).toEqual(['/v1/groups/{group_id}', '/v1/operators/{operator_id}/contracts'])
    await operator.call('DELETE', `${path}/api_audit_log`)
    await operator.call('POST', path, contract)
    expect(await kindsOf(operator)).toEqual(['/v1/operators/{operator_id}/contracts'])
  })

  test('can have everything without a contract, as a setting', async () => {
    const operator = await openSandbox({ settings: { auditLogScope: 'everything' } }).operator()
    await operator.call('GET', '/groups')
    expect(await kindsOf(operator)).toEqual(['/v1/groups'])
  })

  test('has the status of what was refused', async () => {
    const operator = await openSandbox({ settings: { auditLogScope: 'everything' } }).operator()
    await operator.call('POST', '/groups', '{')
    const { body } = await operator.call('GET', '/audit_logs/api')
    expect(body).toMatchObject([{ apiKind: '/v1/groups', statusCode: 400 }])
  })

  test('has no login that failed, but one that lacked the second factor (guide of the audit log)', async () => {
    const sandbox = openSandbox()
    const operator = await sandbox.operator()
    const path = `/operators/${operator.operatorId}/mfa`
    const { totpUri } = (await operator.call('POST', path)).body
    await operator.call('POST', `${path}/verify`, { mfaOTPCode: readTotpCode(totpUri, sandbox.emulator.clock.now()) })
    await sandbox.call('POST', '/auth', { email: operator.email, password: 'Wrong1234' })
    await sandbox.call('POST', '/auth', { email: operator.email, password, mfaOTPCode: 'wrong' })
    expect(await kindsOf(operator)).toEqual([])
    await sandbox.call('POST', '/auth', { email: operator.email, password })
    expect((await operator.call('GET', '/audit_logs/api')).body).toMatchObject([
      { apiKind: '/v1/auth', statusCode: 401 },
    ])
  })

  test('is filtered by kind and by time, both ends counted in', async () => {
    const { emulator, operator } = openSandbox({ settings: { auditLogScope: 'everything' } })
    const one = await operator()
    await one.call('GET', '/groups')
    emulator.clock.advance({ hours: 1 })
    await one.call('GET', '/coupons')
    const { body } = await one.call('GET', '/audit_logs/api')
    const [coupons, groups] = body.map((call: { requestedTimeEpochMs: number }) => call.requestedTimeEpochMs)
    expect(await kindsOf(one, '?api_kind=/v1/groups')).toEqual(['/v1/groups'])
    expect(await kindsOf(one, `?to_epoch_ms=${groups}`)).toEqual(['/v1/groups'])
    expect(await kindsOf(one, `?from_epoch_ms=${coupons}&to_epoch_ms=${coupons}`)).toEqual(['/v1/coupons'])
    expect((await one.call('GET', '/audit_logs/api?from_epoch_ms=soon')).status).toBe(400)
  })

  test('is paged by the time of the last call (published document), in either order', async () => {
    for (const auditLogOrder of ['newestFirst', 'oldestFirst'] as const) {
      const settings = { auditLogScope: 'everything', auditLogOrder } as const
      const { call } = await openSandbox({ settings, startTime: '2026-11-01T00:00:00Z' }).operator()
      for (let index = 0; index < 5; index += 1) await call('GET', `/groups/g${index}`)
      const seen: string[] = []
      // Reading is recorded too, so the newest first goes on behind what was there at the beginning.
      let query: string | undefined = '?limit=2&api_kind=/v1/groups/{group_id}'
      while (query !== undefined) {
        const { body, headers } = await call('GET', `/audit_logs/api${query}`)
        seen.push(...body.map(({ requestPath }: { readonly requestPath: string }) => requestPath.slice(-2)))
        const key = headers['x-soracom-next-key']
        if (key !== undefined) expect(key).toBe(String(body.at(-1).requestedTimeEpochMs))
        query = key && `?limit=2&api_kind=/v1/groups/{group_id}&last_evaluated_key=${key}`
      }
      const rising = ['g0', 'g1', 'g2', 'g3', 'g4']
      expect(seen).toEqual(auditLogOrder === 'oldestFirst' ? rising : rising.toReversed())
    }
  })

  test('is kept for a day, and for 366 days with its contract (guide of the audit log)', async () => {
    const { emulator, operator, call } = openSandbox({ startTime: '2026-11-01T00:00:00Z' })
    const account = await operator()
    const login = async () => {
      const { apiKey, token } = (await call('POST', '/auth', { email: account.email, password })).body
      return { 'X-Soracom-API-Key': apiKey, 'X-Soracom-Token': token }
    }
    const count = async () =>
      (await call('GET', '/audit_logs/api?api_kind=/v1/auth', undefined, await login())).body.length
    await login()
    expect(await count()).toBe(2)
    emulator.clock.advance({ days: 2 })
    expect(await count()).toBe(1)
    await call('POST', `/operators/${account.operatorId}/contracts`, contract, await login())
    emulator.clock.advance({ days: 300 })
    // What the day's log had lost already does not come back with the contract.
    expect(await count()).toBe(3)
    emulator.clock.advance({ days: 67 })
    expect(await count()).toBe(2)
  })

  test('is bounded', async () => {
    const { call } = await openSandbox({ settings: { auditLogScope: 'everything' } }).operator()
    for (let index = 0; index < 11_001; index += 1) await call('GET', '/coupons')
    let [calls, query] = [0, '']
    for (;;) {
      const { body, headers } = await call('GET', `/audit_logs/api?api_kind=/v1/coupons${query}`)
      calls += body.length
      if (headers['x-soracom-next-key'] === undefined) break
      query = `&last_evaluated_key=${headers['x-soracom-next-key']}`
    }
    expect(calls).toBe(10_000)
  })

  test("of one operator has none of another's calls", async () => {
    const { operator } = openSandbox({ settings: { auditLogScope: 'everything' } })
    const [one, other] = [await operator(), await operator()]
    await one.call('GET', '/groups')
    expect(await kindsOf(other)).toEqual([])
  })
})
