import { describe, expect, test } from 'vitest'
import { addDataEntry } from '../state/data-entries.ts'
import { openSandbox } from '../testing/open-sandbox.ts'
import { openWorld, type TestWorld } from '../testing/open-world.ts'

const path = '/data/Subscriber/001010000000001'

// Nothing of the API makes an entry, so that they are put in beside it.
function openWithEntries(...timesMs: readonly number[]): TestWorld {
  const world = openWorld()
  const resource = { resourceType: 'Subscriber', resourceId: '001010000000001' } as const
  for (const timeMs of timesMs) {
    const content = JSON.stringify({ timeMs })
    addDataEntry(world.operator.account, resource, { timeMs, content, contentType: 'application/json', category: null })
  }
  return world
}

function timesOf({ call }: TestWorld, query: string): number[] {
  return call('GET', `${path}?${query}`).body.map(({ time }: { readonly time: number }) => time)
}

describe('data entries', () => {
  test('are none in a sandbox, where no device sends any', async () => {
    const { call } = await openSandbox().operator()
    expect(await call('GET', path)).toMatchObject({ status: 200, body: [] })
  })

  test('are read the newest first unless told, both ends of a time counted in (published document)', () => {
    const world = openWithEntries(1000, 3000, 2000)
    expect(timesOf(world, '')).toEqual([3000, 2000, 1000])
    expect(timesOf(world, 'sort=asc')).toEqual([1000, 2000, 3000])
    expect(timesOf(world, 'from=1000&to=2000')).toEqual([2000, 1000])
  })

  test('come ten a page unless told, and go on behind the key (published document)', () => {
    const world = openWithEntries(...Array.from({ length: 12 }, (_, index) => index + 1))
    const { body, headers } = world.call('GET', path)
    expect(body).toHaveLength(10)
    expect(headers['x-soracom-next-key']).toBe('3')
    expect(headers.link).toBe(`</v1${path}?last_evaluated_key=3>; rel=next`)
    expect(timesOf(world, 'last_evaluated_key=3')).toEqual([2, 1])
    expect(timesOf(world, 'sort=asc&limit=2&last_evaluated_key=3')).toEqual([4, 5])
    expect(timesOf(world, 'limit=1000')).toHaveLength(12)
  })

  test('are read and deleted one by one; what is not there answers 404 to reading only (published document)', () => {
    const { call } = openWithEntries(1000, 2000)
    expect(call('GET', `${path}/1000`)).toMatchObject({
      status: 200,
      body: {
        resourceType: 'Subscriber',
        resourceId: '001010000000001',
        time: 1000,
        contentType: 'application/json',
        content: '{"timeMs":1000}',
      },
    })
    expect(call('DELETE', `${path}/1000`).status).toBe(204)
    expect(call('GET', `${path}/1000`).status).toBe(404)
    expect(call('DELETE', `${path}/1000`).status).toBe(204)
    expect(call('GET', path).body).toHaveLength(1)
  })

  test('are those of one resource', () => {
    const { call } = openWithEntries(1000)
    expect(call('GET', '/data/Sim/001010000000001').body).toEqual([])
    expect(call('GET', '/data/Subscriber/001010000000002').body).toEqual([])
  })

  test.each(['/data/None/1', `${path}?sort=up`, `${path}?from=now`, `${path}/now`])('%s answers 400', async (wrong) => {
    const { call } = await openSandbox().operator()
    expect((await call('GET', wrong)).body.code).toBe('EMU0006')
  })
})
