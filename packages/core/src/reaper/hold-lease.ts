import { thisMachine } from '../journal/machine-identity.ts'
import { isAlive } from '../journal/process-identity.ts'
import { renewMs } from '../journal/store/keep-lease.ts'
import type { StoredJournal } from '../journal/store/stored-journal.ts'
import { tellStore } from '../journal/store/use-store.ts'
import type { ReaperOrder } from './reaper-order.ts'

/**
 * Holds the lease of a run in the store of its fleet, from here on: also while a process of the run stands still in a
 * debugger, or another than the one that made an operator goes on to use it. Gives what lets it go when all is done;
 * where the run still goes on then, the lease ends by itself.
 */
export function holdLease({ store, runner }: ReaperOrder): () => Promise<void> {
  if (!store) return async () => {}
  const run = { machine: thisMachine(), runner }
  const leases: string[] = []
  const renew = async () =>
    await tellStore(store, async (journal: StoredJournal) => {
      leases.push(await journal.hold(run))
      for (const old of leases.splice(0, leases.length - 1)) await journal.drop(old)
    })
  const first = renew()
  const timer = setInterval(() => void renew(), renewMs)
  return async () => {
    clearInterval(timer)
    await first
    if (!isAlive(runner)) await tellStore(store, async (journal) => await journal.release(run))
  }
}
