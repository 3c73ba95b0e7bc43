import { join } from 'node:path'
import { expect } from 'vitest'
import { everyJest } from '../runners.ts'
import type { SharedSituation } from '../situation.ts'

// As a user's own dependency: it is in reach of the packages alone here.
const clientPath = join(import.meta.dirname, '../../../packages/client/dist/index.cjs')

/** Jest runs each file in a realm of its own, and loads its modules anew. */
export const realmSituations: readonly SharedSituation[] = [
  {
    title: 'errors of another realm are waited over, retried and known as they are in Node',
    runners: everyJest,
    code: `
      const { createServer } = require('node:http')
      const fx = useFixtures({ shop: operator() })
      test('an assertion that throws an error of Node is looked at again', async () => {
        let looks = 0
        const probe = async () => {
          looks += 1
          if (looks < 3) new (require('node:url').URL)('nonsense')
          return looks
        }
        await expect(eventually(probe, { every: 1 })).resolves.toBe(3)
      })
      test('an error of Node that is no "not yet" comes as it is', async () => {
        const read = () => require('node:fs').promises.readFile('/no/such/file')
        await expect(eventually(read, { until: () => true })).rejects.toMatchObject({ code: 'ENOENT' })
      })
      test('a wait that is given up gives the reason of Node', async () => {
        const wait = eventually(() => 1, { until: () => false, every: 1, signal: AbortSignal.abort() })
        await expect(wait).rejects.toMatchObject({ name: 'AbortError' })
        await expect(fx.shop.client.withSignal(AbortSignal.abort()).operators.get(fx.shop.operatorId)).rejects
          .toMatchObject({ name: 'AbortError' })
      })
      test('a connection that is cut is tried again', async () => {
        let calls = 0
        const server = createServer((request, response) => {
          calls += 1
          if (calls < 3) request.socket.destroy()
          else response.end('[]')
        })
        await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
        const { createClient } = require(${JSON.stringify(clientPath)})
        const client = createClient({ endpoint: 'http://127.0.0.1:' + server.address().port })
        await expect(client.request('GET', '/groups')).resolves.toEqual([])
        server.closeAllConnections()
        server.close()
        expect(calls).toBe(3)
      })
    `,
    operatorsMade: 1,
    holds: ({ passed }) => expect(passed).toHaveLength(4),
  },
  {
    title: 'a create that throws an error of Node fails the setup with its message and its cause',
    runners: everyJest,
    code: `
      const shop = operator()
      const reads = defineResource({
        kind: 'reads',
        dependsOn: () => ({ shop }),
        create: () => require('node:fs').promises.readFile('/no/such/file/of/a/fixture'),
      })()
      const fx = useFixtures({ shop, reads })
      test('never runs', () => { fx.reads })
    `,
    operatorsMade: 1,
    holds({ tests, passed }) {
      expect(passed).toEqual([])
      expect(tests[0]?.messages.join()).toContain('/no/such/file/of/a/fixture')
    },
  },
  {
    title: 'a copy of this package that jest.resetModules has loaded takes what another made, and knows its errors',
    runners: everyJest,
    code: `
      const shop = operator()
      const fx = useFixtures({ shop })
      jest.resetModules()
      const another = require('@soracom-fixtures/jest')
      const own = another.useFixtures({ meter: another.subscriber({ operator: shop }) })
      test('two copies', () => {
        expect(another.useFixtures).not.toBe(useFixtures)
        expect(own.meter.operatorId).toBe(fx.shop.operatorId)
        const error = new another.FixtureWaitError('FIXTURE_WAIT_FAILED', 'no', { lastSeen: 1 })
        expect(another.FixtureError).not.toBe(FixtureError)
        expect(error instanceof FixtureError).toBe(true)
        expect(error instanceof another.FixtureWaitError).toBe(true)
        expect(error instanceof another.FixturePlanError).toBe(false)
        expect(FixtureError.is(error)).toBe(true)
      })
    `,
    operatorsMade: 1,
    holds: ({ passed }) => expect(passed).toEqual(['two copies']),
  },
  {
    title: 'fake timers that a file turns on do not reach into a setup, a wait or a teardown',
    runners: everyJest,
    code: `
      jest.useFakeTimers()
      const fx = useFixtures({ shop: operator() })
      const own = useFixtures({ sim: subscriber({ operator: operator() }) }, { scope: 'test' })
      test('waits by the real clock', async () => {
        let looks = 0
        await eventually(() => (looks += 1), { until: (seen) => seen === 3, every: 1 })
        await fx.shop.client.operators.get(fx.shop.operatorId)
        expect(own.sim.imsi).toMatch(/^\\d+$/)
      })
    `,
    operatorsMade: 2,
    holds: ({ passed }) => expect(passed).toEqual(['waits by the real clock']),
  },
]
