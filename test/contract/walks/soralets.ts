import { expect } from '../expect.ts'
import type { Life } from '../life.ts'

/** A Soralet with two versions, tested as the command-line client's test does it. */
export async function walkSoralets(life: Life): Promise<void> {
  const soraletId = 'contract-test'
  const params = { soralet_id: soraletId }
  const create = (body: object) => life.call('createSoralet', { body })
  expect((await create({ soraletId, description: 'Tests' })).status).toBe(201)
  expect((await create({ soraletId })).status).toBe(400)
  expect((await create({ soraletId: 'no/id' })).status).toBe(400)
  expect((await create({ soraletId: 'another' })).status).toBe(201)
  expect((await life.call('getSoralet', { params })).body).toMatchObject({ soraletId, description: 'Tests' })

  const idsOf = async (query: Record<string, string>) =>
    (await life.call('listSoralets', { query })).body.map((soralet: { soraletId: string }) => soralet.soraletId)
  expect(await idsOf({})).toEqual(['another', soraletId])
  expect(await idsOf({ sort: 'desc' })).toEqual([soraletId, 'another'])
  expect(await idsOf({ last_evaluated_key: 'another' })).toEqual([soraletId])
  expect((await life.call('listSoralets', { query: { sort: 'none' } })).status).toBe(400)
  await walkVersions(life, params)

  expect((await life.call('deleteSoralet', { params })).status).toBe(204)
  for (const operationId of ['getSoralet', 'deleteSoralet', 'listSoraletVersions']) {
    expect((await life.call(operationId, { params })).status).toBe(404)
  }
  expect((await life.call('uploadSoraletCode', { params, body: code })).status).toBe(404)
}

async function walkVersions(life: Life, params: { readonly soralet_id: string }): Promise<void> {
  const upload = (body: Uint8Array) => life.call('uploadSoraletCode', { params, body })
  const first = await upload(code)
  expect(first.status).toBe(201)
  expect(first.body).toMatchObject({ version: 1, size: code.length, soraletId: params.soralet_id })
  expect((await upload(new Uint8Array())).status).toBe(400)
  expect((await upload(code)).body.version).toBe(2)
  expect((await life.call('listSoraletVersions', { params })).body).toMatchObject([{ version: 2 }, { version: 1 }])

  const source = { resourceType: 'Subscriber', resourceId: '001010000000000' }
  const run = { version: '1', direction: 'uplink', contentType: 'application/json', payload: '{}', source }
  expect((await life.call('testSoralet', { params, body: run })).status).toBe(200)
  expect((await life.call('testSoralet', { params, body: { ...run, version: '9' } })).status).toBe(404)
  expect((await life.call('testSoralet', { params, body: {} })).status).toBe(400)
  const version = { ...params, version: '1' }
  expect((await life.call('deleteSoraletVersion', { params: version })).status).toBe(204)
  expect((await life.call('deleteSoraletVersion', { params: version })).status).toBe(404)
}

// The beginning of a module, with bytes that are no text.
const code = Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0xff, 0xfe, 0x80])
