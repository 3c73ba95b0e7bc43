import { apiOperations } from '@soracom-fixtures/api'
import { createEmulator } from '@soracom-fixtures/emulator'
import { describe, expect, test } from 'vitest'
import { differencesFromOwn, type OwnDocument, toCompiler } from './own-document.ts'

const emulator = createEmulator({ startTime: '2026-11-10T00:00:00Z' })
const reply = await emulator.handle({ method: 'GET', url: '/openapi.json' })
const document = JSON.parse(reply.body) as OwnDocument
const compile = toCompiler(document)
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
)

describe('the document that the emulator gives of itself', () => {
  test('has every operation of the API once, with its tag and the parameters of its path', () => {
    expect(document.openapi).toBe('3.1.0')
    const told = operations.map(({ path, method, operation }) => [method.toUpperCase(), path, operation.operationId])
    const known = apiOperations().map(({ method, path, operationId }) => [method, path, operationId])
    expect(told.sort()).toEqual(known.sort())
    for (const { path, operation } of operations) {
      const names = operation.parameters?.filter((one) => one.in === 'path').map(({ name }) => `{${name}}`) ?? []
      expect(names).toEqual(path.match(/\{\w+\}/g) ?? [])
      expect(operation.tags).toHaveLength(1)
    }
  })

  test('says of each operation whether the emulator does it', async () => {
    const headers = await logIn()
    for (const { path, method, operation } of operations) {
      const url = `/v1${path.replaceAll(/\{\w+\}/g, '0')}`
      const { status } = await emulator.handle({ method: method.toUpperCase(), url, headers })
      expect([operation.operationId, operation['x-soracom-emulated']]).toEqual([operation.operationId, status !== 501])
    }
  })

  test('has schemas that are valid, and refers to none that is not there', () => {
    for (const name of Object.keys(document.components.schemas)) {
      expect(compile({ $ref: `#/components/schemas/${name}` }), name).toBeTypeOf('function')
    }
    const references = [...reply.body.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name)
    expect(references.filter((name = '') => !(name in document.components.schemas))).toEqual([])
    expect(references.length).toBeGreaterThan(100)
  })

  test('describes what is answered', async () => {
    const headers = await logIn()
    const send = async (method: string, path: string, body?: unknown) => {
      const answer = await emulator.handle({ method, url: `/v1${path}`, headers, body: JSON.stringify(body) })
      return { status: answer.status, body: answer.body === '' ? undefined : JSON.parse(answer.body) }
    }
    const made = await send('POST', '/sandbox/subscribers/create', {})
    const { imsi, registrationSecret } = made.body
    const stats = { unixtime: 1_762_732_800, dataTrafficStatsMap: { 's1.fast': { uploadByteSizeTotal: 1 } } }
    const range = 'from=1762732800&to=1762732800&period=day'
    const answers = [
      ['sandboxCreateSubscriber', made],
      ['registerSubscriber', await send('POST', `/subscribers/${imsi}/register`, { registrationSecret })],
      ['listSubscribers', await send('GET', '/subscribers')],
      ['getSim', await send('GET', `/sims/${imsi}`)],
      ['createGroup', await send('POST', '/groups', { tags: { a: 'b' } })],
      ['sandboxInsertAirStats', await send('POST', `/sandbox/stats/air/subscribers/${imsi}`, stats)],
      ['getAirStats', await send('GET', `/stats/air/subscribers/${imsi}?${range}`)],
      ['listProducts', await send('GET', '/products')],
      ['getBilling', await send('GET', '/bills/202611')],
      ['getPaymentMethod', await send('GET', '/payment_methods/current')],
      ['getGroup', await send('GET', '/groups/none')],
    ] as const
    const recorded = answers.map(([operationId, answer]) => ({ operationId, ...answer }))
    expect(differencesFromOwn(document, recorded)).toEqual([])
    const [[, created], [, registered]] = answers
    const wrong = [{ operationId: 'registerSubscriber', status: registered.status, body: created.body }]
    expect(differencesFromOwn(document, wrong).length).toBeGreaterThan(0)
  })

  test('is at two paths, the first also without control paths', async () => {
    expect((await emulator.handle({ method: 'GET', url: '/_emulator/openapi.json' })).body).toBe(reply.body)
    const plain = createEmulator({ controlPaths: false })
    expect((await plain.handle({ method: 'GET', url: '/openapi.json' })).status).toBe(200)
    expect((await plain.handle({ method: 'GET', url: '/_emulator/openapi.json' })).status).toBe(404)
    expect((await plain.handle({ method: 'POST', url: '/openapi.json' })).status).toBe(405)
  })
})

async function logIn(): Promise<Record<string, string>> {
  const body = {
    email: `${Math.random()}@example.com`,
    password: 'Passw0rd',
    authKeyId: 'keyId-a',
    authKey: 'secret-a',
  }
  const init = await emulator.handle({ method: 'POST', url: '/v1/sandbox/init', body: JSON.stringify(body) })
  const { apiKey, token } = JSON.parse(init.body)
  return { 'x-soracom-api-key': apiKey, 'x-soracom-token': token }
}
