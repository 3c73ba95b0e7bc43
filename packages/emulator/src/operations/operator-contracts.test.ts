import { describe, expect, test } from 'vitest'
import { openSandbox, password } from '../testing/open-sandbox.ts'

describe('a contract', () => {
  test('is answered with its details, and is named in tokens from then on', async () => {
    const { call: callAnybody, operator } = openSandbox()
    const { call, operatorId, email } = await operator()
    const contract = { contractName: 'harvest', contractDetail: { plan: 'extended', ttl: 731 } }
    expect(await call('POST', `/operators/${operatorId}/contracts`, contract)).toMatchObject({
      status: 200,
      body: contract,
    })
    const { token } = (await callAnybody('POST', '/auth', { email, password })).body
    const payload = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString())
    expect(payload.operator.coverageTypeAttributes.jp.contracts).toEqual(['harvest'])
  })

  test.each([
    { contractName: 'none' },
    { contractName: 'harvest', contractDetail: { plan: 'other' } },
    { contractName: 'harvest', contractDetail: { ttl: 40 } },
    { contractName: 'support', contractDetail: { tier: 'enterprise' } },
    {},
  ])('%o is refused (published document)', async (contract) => {
    const { call, operatorId } = await openSandbox().operator()
    expect((await call('POST', `/operators/${operatorId}/contracts`, contract)).body.code).toBe('COM0008')
  })

  test('of support is for Japan coverage only (published document)', async () => {
    const { operator } = openSandbox()
    const body = { contractName: 'support', contractDetail: { tier: 'priority' } }
    const [jp, g] = [await operator(), await operator({ coverageTypes: ['g'] })]
    expect((await jp.call('POST', `/operators/${jp.operatorId}/contracts`, body)).status).toBe(200)
    expect((await g.call('POST', `/operators/${g.operatorId}/contracts`, body)).body.code).toBe('EMU0148')
  })

  test('ends with 204, also where there is none: no error is listed (published document)', async () => {
    const { call, operatorId } = await openSandbox().operator()
    const path = `/operators/${operatorId}/contracts`
    await call('POST', path, { contractName: 'napter' })
    expect((await call('DELETE', `${path}/napter`)).status).toBe(204)
    expect((await call('DELETE', `${path}/napter`)).status).toBe(204)
    expect((await call('DELETE', `${path}/none`)).status).toBe(400)
  })
})
