import type { AnyDefinedFixtures } from '../declare/define-fixtures.ts'
import type { SessionLife } from '../session.ts'
import { nothingToClean, type RunContext, type RunLease } from './run-lease.ts'
import { tearDown } from './tear-down.ts'

interface Shared {
  readonly session: SessionLife
  readonly ready: Promise<unknown>
  leases: number
}

const key = Symbol.for('soracom-fixtures.run-sets')

/** A hold on a run-wide set within this process: the first makes it, the last deletes it, a failure is remembered. */
export async function leaseInProcess(defined: AnyDefinedFixtures, context: RunContext): Promise<RunLease> {
  const { configuration, cwd, listener, createSession } = context
  const sets = sharedSets()
  let shared = sets.get(defined)
  if (!shared) {
    const session = createSession(defined.set, { scope: 'run', configuration, cwd, listener })
    shared = { session, ready: session.setup(), leases: 0 }
    sets.set(defined, shared)
  }
  const { session, ready } = shared
  const held = shared
  await ready
  held.leases += 1
  let released = false
  return {
    handles: session.byDeclaration,
    async release() {
      if (released) return nothingToClean
      released = true
      held.leases -= 1
      if (held.leases > 0) return nothingToClean
      sets.delete(defined)
      return await tearDown(session)
    },
  }
}

// One a process, since a runner may hold several copies of this package.
function sharedSets(): Map<AnyDefinedFixtures, Shared> {
  const holder = globalThis as { [key]?: Map<AnyDefinedFixtures, Shared> }
  holder[key] ??= new Map()
  return holder[key]
}
