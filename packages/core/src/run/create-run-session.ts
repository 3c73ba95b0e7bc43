import process from 'node:process'
import { resolveConfiguration } from '../configuration/configuration.ts'
import type { AnyDefinedFixtures } from '../declare/define-fixtures.ts'
import type { FixtureSet, Handles } from '../declare/fixture-set.ts'
import { FixtureTeardownError } from '../errors/teardown-error.ts'
import { createHandleBook } from '../handles.ts'
import { addLiveSet, type UsePlace } from '../scope/live-sets.ts'
import { createSession, type SessionOptions } from '../session.ts'
import { acquireRunSet } from './acquire-run-set.ts'
import type { RunLease } from './run-lease.ts'

/** One use of a run-wide set: it is read, or made by whoever needs it first, and let go at the end. */
export function createRunSession<Set extends FixtureSet>(
  defined: AnyDefinedFixtures,
  set: Set,
  options: SessionOptions,
): { readonly handles: Handles<Set>; setup(where: UsePlace): Promise<void>; teardown(): Promise<void> } {
  const { config, cwd = process.cwd(), listener = () => {} } = options
  const configuration = options.configuration ?? (() => resolveConfiguration({ cwd, overrides: config }))
  const book = createHandleBook(set)
  let started: Promise<RunLease> | undefined
  let leave = () => {}
  let ended: Promise<void> | undefined

  async function acquire(where: UsePlace): Promise<RunLease> {
    try {
      const lease = await acquireRunSet(defined, { configuration, cwd, listener, createSession })
      book.open(lease.handles)
      leave = addLiveSet({ place: where.place, handles: lease.handles })
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
    handles: book.handles,
    async setup(where) {
      started ??= acquire(where)
      await started
    },
    teardown: () => (ended ??= end()),
  }
}
