import { createClient } from '@soracom-fixtures/client'
import {
  coupon,
  eventually,
  FixtureRunError,
  FixtureSetupError,
  FixtureTeardownError,
  FixtureTimeoutError,
  fixtureErrorCodes,
  operator,
  planFixtures,
  type StepReport,
  subscriber,
} from '@soracom-fixtures/core'
import { createSession, openSweep, resolveConfiguration } from '@soracom-fixtures/core/engine'
import { startEmulator } from '@soracom-fixtures/emulator'
import { describe, expect, test } from 'vitest'
import { toAnchor } from '../../docs/.vitepress/to-anchor.mts'
import { readExample, updating, writeExample } from './markdown.ts'
import { readText, root } from './read-repository.ts'

const path = 'docs/errors.md'
const sections = new Map(
  readText(path)
    .split(/^## /m)
    .map((section) => [section.split('\n')[0] ?? '', section.replaceAll(/\s+/g, ' ')]),
)
const ofClient = ['SoracomApiError', 'UnsafeTargetError', 'TransportError']

test('every code of fixtures and every error of the client has a section', () => {
  const names = [...sections.keys()]
  expect(names.filter((name) => name.startsWith('FIXTURE_'))).toEqual([...fixtureErrorCodes])
  expect(names).toEqual(expect.arrayContaining(ofClient))
})

interface Example {
  /** Throws the error, by the public way as far as that goes. */
  raise(): unknown
  /** Writes what differs from run to run as the page has it. */
  tidy?(message: string): string
}

const examples: Readonly<Record<string, Example>> = {
  FIXTURE_CONFIGURATION: {
    raise: () => resolveConfiguration({ cwd: root, env: { SORACOM_FIXTURES_MAX_IN_FLIGHT: 'many' } }),
  },

  FIXTURE_JOURNAL: {
    async raise() {
      const journalStore = 'redis://127.0.0.1:9'
      const configuration = await resolveConfiguration({ cwd: root, env: {}, overrides: { journalStore } })
      return await openSweep(configuration, root).find({})
    },
  },

  FIXTURE_PLAN: {
    raise() {
      const meter = subscriber({ subscription: 'plan-D', bundles: ['K2-500MB' as 'D-500MB'] })
      return planFixtures({ meter, gift: coupon({ amount: 0 }) })
    },
    tidy(message) {
      const places = ['5:15', '6:14']
      return message.replaceAll(/at \S+errors\.test\.ts:\d+:\d+/g, () => `at test/shop.test.ts:${places.shift()}`)
    },
  },

  FIXTURE_SETUP: {
    raise() {
      const text = 'POST /orders/O-1/confirm answered 400 EMU0012: A payment method is required'
      const error = Object.assign(new Error(text), { status: 400, apiCode: 'EMU0012' })
      const steps = [
        step('shop', 'operator', 'ready'),
        step('meter', 'subscriber', 'ready'),
        { ...step('cards', 'order', 'failed'), phase: 'confirming order O-1', error },
        step('usage', 'air stats', 'not started'),
      ]
      throw new FixtureSetupError(steps, { removed: ['operator OP0012345678'], failed: [] })
    },
  },

  FIXTURE_SETUP_TIMEOUT: {
    raise() {
      const cards = { ...step('cards', 'order', 'interrupted'), phase: 'waiting for the SIMs of order O-1' }
      const steps = [step('shop', 'operator', 'ready'), cards]
      throw new FixtureSetupError(steps, { removed: ['operator OP0012345678'], failed: [] }, 120_000)
    },
  },

  FIXTURE_TIMEOUT: {
    raise() {
      throw new FixtureTimeoutError(10_000, {
        lastSeen: 'the 3 SIMs of order O-1: []',
        lastAnswer: 'GET /orders/O-1/subscribers → 200',
      })
    },
  },

  FIXTURE_RUN: {
    raise() {
      const failedAtMs = Date.UTC(2026, 10, 1, 12)
      const cause = 'The fixtures could not be set up.\n  …'
      throw FixtureRunError.failedElsewhere('shop:operator meter:subscriber', failedAtMs, cause)
    },
  },

  FIXTURE_TEARDOWN: {
    raise() {
      const text = 'DELETE /sandbox/operators/OP0012345678 answered 500: no text — the server failed; try again later'
      const failed = [{ what: 'operator OP0012345678', error: new Error(text) }]
      throw new FixtureTeardownError({ removed: ['process 4711'], failed })
    },
  },

  FIXTURE_NOT_READY: {
    raise: () => createSession({ shop: operator() }).handles.shop,
  },

  FIXTURE_WAIT_TIMEOUT: {
    raise: () =>
      eventually((): string[] => [], {
        until: ({ length }) => length > 0,
        what: 'the 3 SIMs of order O-1',
        every: 1,
        timeout: 5,
      }),
    tidy: (message) =>
      message
        .replace(/Waited [\d.]+ s \(\d+ looks\)/, 'Waited 30.0 s (120 looks)')
        .replace(/[\d.]+ s ago(, \d+ times from [\d.]+ s ago on)?:/, '0.1 s ago, 120 times from 29.9 s ago on:'),
  },

  FIXTURE_WAIT_FAILED: {
    raise: () => eventually(() => 'terminated', { until: () => false, fail: (status) => status === 'terminated' }),
    tidy: (message) =>
      message.replace(/Waited [\d.]+ s \(1 looks\)/, 'Waited 0.3 s (2 looks)').replace(/[\d.]+ s ago/, '0.0 s ago'),
  },

  SoracomApiError: {
    async raise() {
      await using emulator = await startEmulator()
      const client = createClient({ endpoint: emulator.endpoint })
      const account = { email: 'a@example.com', password: 'Abcdefg1', authKeyId: 'keyId-any', authKey: 'secret-any' }
      const shop = client.as(await client.sandbox.initializeOperator(account))
      await shop.subscribers.activate('001011234567890')
    },
  },

  UnsafeTargetError: {
    raise: () => createClient({ endpoint: 'https://api.soracom.io' }),
  },

  TransportError: {
    async raise() {
      const client = createClient({ endpoint: 'http://127.0.0.1:1', retry: { attempts: 1 } })
      throw (await errorOf(() => client.request('GET', '/products'))).cause
    },
    tidy: (message) => message.replace('127.0.0.1:1', '127.0.0.1:4010'),
  },
}

describe.each([...fixtureErrorCodes, ...ofClient])('the section %s', (name) => {
  const section = sections.get(name) ?? ''
  const { raise, tidy = (message: string) => message } = examples[name] ?? { raise: () => undefined }

  test('shows a message as it is thrown', async () => {
    const { message } = await errorOf(raise)
    if (updating) writeExample(path, name, tidy(message))
    expect(readExample(path, name), 'npm run docs brings it up to date').toBe(tidy(message))
  })

  test('is where its message leads to', async () => {
    if (ofClient.includes(name)) return
    const { message } = await errorOf(raise)
    expect(message).toMatch(new RegExp(`/blob/main/${path}#${toAnchor(name)}$`))
  })

  test('names the error that is thrown', async () => {
    const error = await errorOf(raise)
    if (ofClient.includes(name)) expect(error.name).toBe(name)
    else {
      expect(error).toMatchObject({ code: name })
      expect(section).toContain(`Class: \`${error.name}\``)
    }
  })
})

function step(name: string, kind: string, state: StepReport['state']): StepReport {
  const declaredAt = { file: 'test/shop.test.ts', line: 7, column: 15 }
  const nothing = { phase: undefined, lastSeen: undefined, lastAnswer: undefined, error: undefined }
  return { name, kind, declaredAt, state, ...nothing }
}

async function errorOf(raise: () => unknown): Promise<Error> {
  try {
    await raise()
  } catch (error) {
    return error as Error
  }
  throw new Error('Nothing was thrown.')
}
