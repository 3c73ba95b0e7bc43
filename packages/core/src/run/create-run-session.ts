import process from 'node:process'
import type { Configuration } from '../configuration/configuration.ts'
import type { AnyDefinedFixtures } from '../declare/define-fixtures.ts'
import type { FixtureSet } from '../declare/fixture-set.ts'
import { FixtureTeardownError } from '../errors/teardown-error.ts'
import type { FixtureListener } from '../events/fixture-event.ts'
import type { HandleBook } from '../handles.ts'
import type { UseLife } from '../open-fixtures.ts'
import { addLiveSet, type UsePlace } from '../scope/live-sets.ts'
import { createSession } from '../session.ts'
import { leaseRunSet } from './lease-run-set.ts'
import type { RunLease } from './run-lease.ts'

/** What a run-wide set is used with. */
export interface RunUseOptions {
  readonly configuration: () => Promise<Configuration>
  readonly cwd?: string | undefined
  readonly openListener?: (() => Promise<FixtureListener>) | undefined
}

/** One use of a run-wide set that no global setup has made: whoever needs it first makes it, and the last lets it go. */
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
      const lease = await leaseFor(defined, options)
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

async function leaseFor(
  defined: AnyDefinedFixtures,
  { configuration, cwd = process.cwd(), openListener }: RunUseOptions,
): Promise<RunLease> {
  const listener = (await openListener?.()) ?? (() => {})
  return await leaseRunSet(defined, { configuration, cwd, listener, createSession })
}
