import { describe, expect, test } from 'vitest'
import { openSandbox } from '../testing/open-sandbox.ts'

const aws = {
  type: 'aws-credentials',
  description: 'For tests',
  credentials: { accessKeyId: 'an id', secretAccessKey: 'a secret' },
}
const startTime = '2026-11-01T00:00:00Z'

describe('a set of credentials', () => {
  test('is made with 201, and its times are seconds', async () => {
    const { call } = await openSandbox({ startTime }).operator()
    const { status, body } = await call('POST', '/credentials/aws', aws)
    expect(status).toBe(201)
    expect(body).toMatchObject({ credentialsId: 'aws', type: 'aws-credentials', description: 'For tests' })
    expect(body.createDateTime).toBe(body.updateDateTime)
    expect(Math.abs(body.createDateTime - Date.parse(startTime) / 1000)).toBeLessThan(3600)
    expect(body.lastUsedDateTime).toBe(null)
  })

  test('never gives its values back (guide of credential sets)', async () => {
    for (const credentialValues of ['masked', 'omitted'] as const) {
      const { call } = await openSandbox({ settings: { credentialValues } }).operator()
      const replies = [
        await call('POST', '/credentials/aws', aws),
        await call('PUT', '/credentials/aws', aws),
        await call('GET', '/credentials'),
      ]
      const [made] = replies
      expect(Object.keys(made?.body.credentials)).toEqual(
        credentialValues === 'omitted' ? [] : ['accessKeyId', 'secretAccessKey'],
      )
      for (const { body } of replies) expect(JSON.stringify(body)).not.toMatch(/a secret|an id/)
    }
  })

  test('is changed in what is given, with 200 and the whole (published document)', async () => {
    const { emulator, operator } = openSandbox()
    const { call } = await operator()
    const made = (await call('POST', '/credentials/aws', aws)).body
    emulator.clock.advance({ hours: 1 })
    const { status, body } = await call('PUT', '/credentials/aws', { description: 'Other' })
    expect(status).toBe(200)
    expect(body).toEqual({ ...made, description: 'Other', updateDateTime: expect.any(Number) })
    expect(body.updateDateTime).toBeGreaterThanOrEqual(made.updateDateTime + 3600)
  })

  test('that is unknown answers 400 to a change and 404 to a deletion (published document)', async () => {
    const { call } = await openSandbox().operator()
    expect((await call('PUT', '/credentials/none', aws)).status).toBe(400)
    expect((await call('DELETE', '/credentials/none')).status).toBe(404)
  })

  test('is deleted with 204', async () => {
    const { call } = await openSandbox().operator()
    await call('POST', '/credentials/aws', aws)
    expect((await call('DELETE', '/credentials/aws')).status).toBe(204)
    expect((await call('GET', '/credentials')).body).toEqual([])
  })

  test('cannot be made twice; its status is a setting', async () => {
    const { call } = await openSandbox({ settings: { unlistedDuplicateStatus: 409 } }).operator()
    await call('POST', '/credentials/aws', aws)
    expect(await call('POST', '/credentials/aws', aws)).toMatchObject({ status: 409, body: { code: 'EMU0143' } })
  })

  test('needs a kind that there is', async () => {
    const { call } = await openSandbox().operator()
    expect((await call('POST', '/credentials/a', { credentials: {} })).body.code).toBe('COM0008')
    expect((await call('POST', '/credentials/a', { type: 'none' })).body.code).toBe('COM0008')
  })

  test('can be of a kind of the examples, or only of the four of the schema, as a setting', async () => {
    const body = { type: 'api-token-credentials', credentials: { token: 'a token' } }
    for (const [credentialTypes, status] of [
      ['any', 201],
      ['listed', 400],
    ] as const) {
      const { call } = await openSandbox({ settings: { credentialTypes } }).operator()
      expect((await call('POST', '/credentials/api', body)).status).toBe(status)
      expect((await call('POST', '/credentials/psk', { type: 'psk' })).status).toBe(201)
    }
  })
})
