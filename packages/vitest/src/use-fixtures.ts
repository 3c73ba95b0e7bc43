import {
  createSession,
  type DefinedFixtures,
  type FixtureSet,
  type FixturesConfig,
  type Handles,
  noteWhilePlanning,
  toFixtureSet,
} from '@soracom-fixtures/core'
import { afterAll, beforeAll } from 'vitest'
import { announceTarget } from './announce-target.ts'

/** How a set of fixtures is set up in a file or a `describe`. */
export interface UseFixturesOptions extends FixturesConfig {}

// The engine bounds setup and teardown by its own deadlines, and needs time after them to undo what was made; a runner's
// timeout would only cut that short. The largest that a timer takes.
const noTimeoutMs = 2 ** 31 - 1

/**
 * Sets up a set of fixtures before the tests of this file, or of the `describe` that it is called in, and deletes it
 * after them. Returns the handles; they can be read inside tests, and inside hooks that come after this call.
 *
 * @throws {FixturePlanError} at once, when the set cannot be set up as declared.
 * @example
 * const shop = operator()
 * const meter = subscriber({ operator: shop, subscription: 'plan-D', status: 'active' })
 * const fx = useFixtures({ shop, meter })
 *
 * test('the meter is active', async () => {
 *   const seen = await fx.shop.client.subscribers.get(fx.meter.imsi)
 *   expect(seen.status).toBe('active')
 * })
 */
export function useFixtures<const Set extends FixtureSet>(
  fixtures: Set | DefinedFixtures<Set>,
  options: UseFixturesOptions = {},
): Handles<Set> {
  const set = toFixtureSet(fixtures)
  const unread = noteWhilePlanning(set, useFixtures)
  if (unread) return unread
  const session = createSession(set, { config: options, listener: announceTarget })
  // Hooks of a library take no parameters: Vitest reads the text of those that do.
  beforeAll(async () => {
    await session.setup()
  }, noTimeoutMs)
  afterAll(async () => {
    await session.teardown()
  }, noTimeoutMs)
  return session.handles
}
