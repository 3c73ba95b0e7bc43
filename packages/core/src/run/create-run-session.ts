import process from 'node:process'
import type { Configuration } from '../configuration/configuration.ts'
import type { AnyDefinedFixtures } from '../declare/define-fixtures.ts'
import type { FixtureSet } from '../declare/fixture-set.ts'
import { FixtureTeardownError } from '../errors/teardown-error.ts'
import type { FixtureListener } from '../events/fixture-event.ts'
import type { HandleBook } from '../handles.ts'
import type { UseLife } from '../open-fixtures.ts'
import { addLiveSet, type UsePlace } from '../scope/live-sets.ts'
import { readOfSetup } from './read-of-setup.ts'
import type { RunLease } from './run-lease.ts'

/** What a run-wide set is used with. */
export interface RunUseOptions {
  readonly configuration: () => Promise<Configuration>
  readonly cwd?: string | undefined
  readonly openListener?: (() => Promise<FixtureListener>) | undefined
}

/** One use of a run-wide set: it is read, or made by whoever needs it first, and let go at the end. */
export function createRunSession(
  defined: AnyDefinedFixtures,
  book: HandleBook<FixtureSet>,
  options: RunUseOptions,
): UseLife {
  let started: Promise<RunLease> | undefined
  let leave = () => {}
  let ended: Promise<void> | undefined

  async function acquire({ place }: UsePlace): Promise<RunLease> {
    try {
      // Reading makes no call, so that there is nothing to hear.
      const lease = readOfSetup(defined, () => {}) ?? (await leaseFor(defined, options))
      book.open(lease.handles)
      leave = addLiveSet({ place, handles: lease.handles })
      return lease
    } catch (error) {
      book.close('failed')
      throw error
    }
  }

  async function end(): Promise<void> {
    const lease = await started?.catch(() => undefined)
    leave()
    book.close('deleted')
    const cleanup = await lease?.release()
    if (cleanup && cleanup.failed.length > 0) throw new FixtureTeardownError(cleanup)
  }

  return {
    async setup(where) {
      started ??= acquire(where)
      await started
    },
    teardown: () => (ended ??= end()),
  }
}

// What makes a set is loaded where there is one to make.
async function leaseFor(
  defined: AnyDefinedFixtures,
  { configuration, cwd = process.cwd(), openListener }: RunUseOptions,
): Promise<RunLease> {
  const listener = (await openListener?.()) ?? (() => {})
  const [{ leaseRunSet }, { createSession }] = await Promise.all([
    import('./lease-run-set.ts'),
    import('../session.ts'),
  ])
  return await leaseRunSet(defined, { configuration, cwd, listener, createSession })
}
