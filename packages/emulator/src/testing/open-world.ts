import { publishedRateCard } from '@soracom-fixtures/api/billing'
import { createFaults } from '../guards/faults.ts'
import { createApp } from '../http/app.ts'
import { type EmulatorReply, type EmulatorRequest, type ReceivedRequest, toReceived } from '../http/message.ts'
import { toSettings } from '../options.ts'
import { createLinesCache } from '../rules/billing/lines-cache.ts'
import { toConsistency } from '../rules/to-consistency.ts'
import { createTokenSigner } from '../rules/token-signer.ts'
import { createClock } from '../state/clock.ts'
import { createIdSource } from '../state/id-source.ts'
import type { OperatorState } from '../state/operator.ts'
import { createWorld, type World } from '../state/world.ts'
import { password, productionKey, type TestReply } from './open-sandbox.ts'

/** An operator whose state a test puts things into that no call of the API makes. */
export interface TestWorld {
  readonly world: World
  readonly operator: OperatorState
  /** Calls a path below `/v1` as the operator. */
  call(method: string, path: string, body?: object): TestReply
}

/** A world with one operator, for a test. */
export function openWorld(): TestWorld {
  const world = createWorld({
    clock: createClock('2026-11-01T00:00:00Z'),
    ids: createIdSource('world'),
    settings: toSettings(),
    productionKeys: undefined,
    rateCard: publishedRateCard,
    billLines: createLinesCache(),
    signToken: createTokenSigner(),
    consistency: toConsistency(),
    draws: createIdSource('draws'),
    seed: 'world',
  })
  const parts = { world, faults: createFaults(), limiter: undefined, log: undefined, latencyMs: 0 }
  // Without delays it answers at once.
  const app = createApp(parts, { allowedHosts: [], controlPaths: true }) as (request: ReceivedRequest) => EmulatorReply
  const handle = (request: EmulatorRequest) => app(toReceived(request))
  const account = JSON.stringify({ email: 'world@example.com', password, ...productionKey })
  const made = JSON.parse(handle({ method: 'POST', url: '/v1/sandbox/init', body: account }).body)
  const operator = world.operators.get(made.operatorId)
  if (!operator) throw new Error('The operator was not made')
  const headers = { 'x-soracom-api-key': made.apiKey, 'x-soracom-token': made.token }
  return {
    world,
    operator,
    call(method, path, body) {
      const reply = handle({ method, url: `/v1${path}`, headers, body: body && JSON.stringify(body) })
      return { ...reply, body: reply.body === '' ? undefined : JSON.parse(reply.body) }
    },
  }
}
