import type { Configuration } from '../configuration/configuration.ts'
import type { FixtureSet } from '../declare/fixture-set.ts'
import type { RunFolder } from '../journal/run-folder.ts'
import type { UseLife } from '../open-fixtures.ts'
import { addLiveSet, type UsePlace } from '../scope/live-sets.ts'
import { createSession, type MadeSet, type SessionOptions } from '../session.ts'
import { canBeKept, takeOrMakeKept } from './kept-sets.ts'

/**
 * One use of a set that is kept from one run of a watch to the next; nothing where the set cannot be kept, since a
 * resource of one's own in it needs its own code to be deleted.
 */
export function createKeptSession<Set extends FixtureSet>(
  { set, plan, book }: MadeSet<Set>,
  folder: RunFolder,
  user: string,
  options: SessionOptions & { readonly configuration: () => Promise<Configuration> },
): UseLife | undefined {
  if (!canBeKept(plan)) return undefined
  let started: Promise<void> | undefined
  let leave = () => {}

  async function take(where: UsePlace): Promise<void> {
    try {
      const { options: settings } = await options.configuration()
      const context = {
        folder,
        user,
        listener: options.listener ?? (() => {}),
        teardownTimeoutMs: settings.teardownTimeoutMs,
      }
      const handles = await takeOrMakeKept(plan, context, () => createSession(set, options))
      book.open(handles)
      leave = addLiveSet({ place: where.place, handles })
    } catch (error) {
      book.close('failed')
      throw error
    }
  }

  return {
    setup: (where) => (started ??= take(where)),
    async teardown() {
      await started?.catch(() => 'setup() has thrown this to its own caller')
      leave()
      book.close('deleted')
      // Of this use; the set itself stays.
      options.listener?.({ type: 'teardown-ended', ok: true, durationMs: 0 })
    },
  }
}
