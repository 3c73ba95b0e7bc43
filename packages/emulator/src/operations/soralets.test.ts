import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openSandbox, type TestOperator } from '../testing/open-sandbox.ts'

// The beginning of a module, with bytes that are no text.
const code = Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 0xff, 0xfe, 0x80])
const octets = { 'Content-Type': 'application/octet-stream' }

async function openSoralet(): Promise<TestOperator> {
  const operator = await openSandbox().operator()
  await operator.call('POST', '/soralets', { soraletId: 'cli-test' })
  return operator
}

describe('a Soralet', () => {
  test('is made with 201 and no body (published document), and has times in milliseconds', async () => {
    const { call, operatorId } = await openSandbox({ startTime: '2026-11-01T00:00:00Z' }).operator()
    expect(await call('POST', '/soralets', { soraletId: 'a', description: 'A' })).toMatchObject({
      status: 201,
      body: undefined,
    })
    const { body } = await call('GET', '/soralets/a')
    expect(body).toMatchObject({ soraletId: 'a', operatorId, description: 'A' })
    expect(body.createdTime).toBe(body.updatedTime)
    expect(Math.abs(body.createdTime - Date.UTC(2026, 10, 1))).toBeLessThan(3_600_000)
  })

  test.each(['', 'a b', 'a/b', 'あ', 'a'.repeat(101)])('cannot be called "%s" (guide of Orbit)', async (soraletId) => {
    const { call } = await openSandbox().operator()
    expect((await call('POST', '/soralets', { soraletId })).body.code).toBe('EMU0006')
  })

  test('can be called by a hundred letters, digits, hyphens and underscores (guide of Orbit)', async () => {
    const { call } = await openSandbox().operator()
    const soraletId = `A-z_9${'a'.repeat(95)}`
    expect((await call('POST', '/soralets', { soraletId })).status).toBe(201)
  })

  test('cannot be made twice (published document), and there are twenty at most (guide of Orbit)', async () => {
    const { call } = await openSandbox().operator()
    for (let made = 0; made < 20; made += 1) await call('POST', '/soralets', { soraletId: `s${made}` })
    expect((await call('POST', '/soralets', { soraletId: 's0' })).body.code).toBe('EMU0143')
    expect((await call('POST', '/soralets', { soraletId: 'more' })).body.code).toBe('EMU0144')
  })

  test('is listed in rising order unless told, page by page by its ID (published document)', async () => {
    const { call } = await openSandbox().operator()
    for (const soraletId of ['b', 'c', 'a']) await call('POST', '/soralets', { soraletId })
    const idsOf = async (query: string) =>
      (await call('GET', `/soralets${query}`)).body.map((one: { readonly soraletId: string }) => one.soraletId)
    expect(await idsOf('')).toEqual(['a', 'b', 'c'])
    expect(await idsOf('?sort=desc')).toEqual(['c', 'b', 'a'])
    const { headers } = await call('GET', '/soralets?limit=2')
    expect(headers['x-soracom-next-key']).toBe('b')
    expect(await idsOf('?limit=2&last_evaluated_key=b')).toEqual(['c'])
    expect(await idsOf('?sort=desc&last_evaluated_key=b')).toEqual(['a'])
  })

  test('that is unknown answers 404', async () => {
    const { call } = await openSandbox().operator()
    for (const method of ['GET', 'DELETE']) expect((await call(method, '/soralets/none')).status).toBe(404)
    expect((await call('GET', '/soralets/none/versions')).status).toBe(404)
    expect((await call('POST', '/soralets/none/versions', code)).status).toBe(404)
    expect((await call('DELETE', '/soralets/none/versions/1')).status).toBe(404)
  })
})

describe('a version of a Soralet', () => {
  test('is uploaded as bytes, counted from 1 on, and named as the guide of Orbit names it', async () => {
    const { call, operatorId } = await openSoralet()
    const { status, body } = await call('POST', '/soralets/cli-test/versions', code, octets)
    expect(status).toBe(201)
    expect(body).toEqual({
      soraletId: 'cli-test',
      operatorId,
      version: 1,
      size: code.length,
      hash: createHash('sha256').update(code).digest('hex'),
      srn: `srn:soracom:${operatorId}:jp:Soralet:cli-test/1`,
      createdTime: expect.any(Number),
    })
    expect((await call('POST', '/soralets/cli-test/versions', code, octets)).body.version).toBe(2)
  })

  test('may come as application/json, which it is not (published document)', async () => {
    const { call } = await openSoralet()
    const json = { 'Content-Type': 'application/json' }
    expect((await call('POST', '/soralets/cli-test/versions', code, json)).body.size).toBe(code.length)
  })

  test('is not empty, nor above four mebibytes (guide of Orbit)', async () => {
    const { call } = await openSoralet()
    const statusOf = async (bytes: number) =>
      (await call('POST', '/soralets/cli-test/versions', new Uint8Array(bytes))).status
    expect([await statusOf(0), await statusOf(4_194_304), await statusOf(4_194_305)]).toEqual([400, 201, 400])
  })

  test('is one of ten at most (guide of Orbit), and a number never comes again', async () => {
    const { call } = await openSoralet()
    const upload = () => call('POST', '/soralets/cli-test/versions', code)
    for (let made = 0; made < 10; made += 1) await upload()
    expect((await upload()).body.code).toBe('EMU0144')
    expect((await call('DELETE', '/soralets/cli-test/versions/10')).status).toBe(204)
    expect((await call('DELETE', '/soralets/cli-test/versions/10')).status).toBe(404)
    expect((await upload()).body.version).toBe(11)
  })

  test('is listed the newest first unless told, page by page by its number (published document)', async () => {
    const { call } = await openSoralet()
    for (let made = 0; made < 3; made += 1) await call('POST', '/soralets/cli-test/versions', code)
    const numbersOf = async (query: string) =>
      (await call('GET', `/soralets/cli-test/versions${query}`)).body.map(
        (one: { readonly version: number }) => one.version,
      )
    expect(await numbersOf('')).toEqual([3, 2, 1])
    expect(await numbersOf('?sort=asc')).toEqual([1, 2, 3])
    expect(await numbersOf('?last_evaluated_key=3&limit=1')).toEqual([2])
  })
})

describe('a test of a Soralet', () => {
  // As the test of the command-line client calls it: one source, not the map of sources that the document has.
  const run = {
    version: '1',
    direction: 'uplink',
    contentType: 'application/json',
    payload: '{}',
    source: { resourceType: 'Subscriber', resourceId: '001010000000000' },
  }

  test('answers 200 without a result, as nothing runs the module', async () => {
    const { call } = await openSoralet()
    await call('POST', '/soralets/cli-test/versions', code, octets)
    expect(await call('POST', '/soralets/cli-test/test', run)).toMatchObject({ status: 200, body: {} })
    const map = { ...run, source: { sim: run.source } }
    expect((await call('POST', '/soralets/cli-test/test', map)).status).toBe(200)
  })

  test('needs a version that there is, and all that is marked (published document)', async () => {
    const { call } = await openSoralet()
    expect((await call('POST', '/soralets/cli-test/test', run)).status).toBe(404)
    expect((await call('POST', '/soralets/none/test', run)).status).toBe(404)
    for (const name of Object.keys(run)) {
      const { body } = await call('POST', '/soralets/cli-test/test', { ...run, [name]: undefined })
      expect(body.message).toContain(`may not be empty:${name}`)
    }
  })
})
