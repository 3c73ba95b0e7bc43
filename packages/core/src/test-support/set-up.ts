import { inspect } from 'node:util'
import { expect, onTestFinished, vi } from 'vitest'
import type { Declaration } from '../declare/declaration.ts'
import type { FixtureSet, Handles } from '../declare/fixture-set.ts'
import { FixtureError } from '../errors/fixture-error.ts'
import { FixturePlanError } from '../errors/plan-error.ts'
import type { FixtureSetupError } from '../errors/setup-error.ts'
import type { FixtureEvent } from '../events/fixture-event.ts'
import { planFixtures } from '../planning/plan-fixtures.ts'
import { createSession, type Session } from '../session.ts'

// Tests that set up make hundreds of calls over HTTP, and a machine may be busy.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 })

/** A set of a test that is set up. */
export interface SetUp<Set extends FixtureSet> {
  readonly fx: Handles<Set>
  readonly events: readonly FixtureEvent[]
  /** Calls that the plan announced. */
  readonly planned: number
  /** Requests that the setup sent. */
  readonly sent: number
  /** The operations of those requests, in order. */
  readonly operations: readonly string[]
  teardown(): Promise<void>
}

/** Sets a set up at a target; it is deleted with the test. */
export async function setUp<Set extends FixtureSet>(set: Set, endpoint: string): Promise<SetUp<Set>> {
  const { session, events } = open(set, endpoint)
  await session.setup()
  const operations = operationsOf(events)
  const { handles: fx, plan, teardown } = session
  return { fx, events, planned: plan.calls, sent: operations.length, operations, teardown }
}

/** The error that setting a set up ends with. */
export async function setupErrorOf(set: FixtureSet, endpoint: string): Promise<FixtureSetupError> {
  const { session } = open(set as { readonly [name: string]: Declaration }, endpoint)
  try {
    await session.setup()
  } catch (error) {
    if (FixtureError.is(error) && error.code.startsWith('FIXTURE_SETUP')) return error as FixtureSetupError
    throw error
  }
  throw new Error('The set was set up.')
}

/** What is wrong with a set before any call, one text a problem. */
export function problemsOf(set: FixtureSet, nowMs: number = Date.UTC(2026, 10, 24)): string[] {
  try {
    planFixtures(set, { nowMs })
  } catch (error) {
    if (error instanceof FixturePlanError) return error.problems.map(({ name, message }) => `${name}: ${message}`)
    throw error
  }
  return []
}

/** Expects that nothing of a value's text tells a secret, however it is printed. */
export function expectNoSecret(value: unknown, secrets: readonly string[]): void {
  const { message = '', stack = '' } = (value ?? {}) as Partial<Error>
  const spread = typeof value === 'object' && value !== null ? { ...value } : value
  const told = [
    inspect(value, { depth: 9, showHidden: true }),
    inspect(spread, { depth: 9, showHidden: true }),
    JSON.stringify(value),
    JSON.stringify(spread),
    String(value),
    message,
    stack,
  ].join('\n')
  for (const secret of secrets) expect(told).not.toContain(secret)
}

function open<Set extends FixtureSet>(set: Set, endpoint: string): { session: Session<Set>; events: FixtureEvent[] } {
  const events: FixtureEvent[] = []
  const session = createSession(set, { config: { target: endpoint }, listener: (event) => events.push(event) })
  onTestFinished(session.teardown)
  return { session, events }
}

function operationsOf(events: readonly FixtureEvent[]): string[] {
  return events.flatMap((event) => (event.type === 'call' ? [event.operationId] : []))
}
