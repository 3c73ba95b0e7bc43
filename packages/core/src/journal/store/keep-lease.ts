import type { StoreAddress } from '../../kit/store-address.ts'
import { leaseMs, leaseName, type RunOnMachine, type StoredJournal } from './stored-journal.ts'
import { tellStore, useStore } from './use-store.ts'

/** How often a lease is renewed: ten times within its time, so that a machine that is cut off for minutes keeps it. */
export const renewMs: number = leaseMs / 10

/** A lease on what a run has made, kept for other machines to see. */
export interface KeptLease {
  /** Notes that this operator is about to be made: from here on the lease is renewed. Resolves when it is in the store. */
  begin(email: string): Promise<void>
  /** Notes that it is gone; with the last one of this process the lease is no longer renewed. */
  end(email: string): void
}

interface Keeper {
  readonly operators: Set<string>
  /** Resolves when the lease is in the store. */
  held: Promise<void> | undefined
  timer: NodeJS.Timeout | undefined
  lease: string | undefined
}

const key = Symbol.for('soracom-fixtures.leases')

/** The lease of a run, kept by this process as long as operators that it made are there. One a process and run. */
export function keepLease(address: StoreAddress, run: RunOnMachine): KeptLease {
  const keeper = keeperOf(`${leaseName(run)} ${JSON.stringify(address)}`)
  // The new one is there before the old one is taken back, so that there is no moment without.
  const renew = async (journal: StoredJournal): Promise<void> => {
    const { lease } = keeper
    keeper.lease = await journal.hold(run)
    if (lease !== undefined && lease !== keeper.lease) await journal.drop(lease)
  }
  return {
    async begin(email) {
      keeper.operators.add(email)
      keeper.held ??= useStore(address, renew)
      try {
        await keeper.held
      } catch (error) {
        keeper.operators.delete(email)
        keeper.held = undefined
        throw error
      }
      keeper.timer ??= setInterval(() => void tellStore(address, renew), renewMs).unref()
    },
    end(email) {
      keeper.operators.delete(email)
      if (keeper.operators.size > 0) return
      clearInterval(keeper.timer)
      keeper.timer = undefined
      // Old by the time of the next operator.
      keeper.held = undefined
    },
  }
}

// One a process, since Jest evaluates this module anew for each file.
function keeperOf(name: string): Keeper {
  const holder = globalThis as { [key]?: Map<string, Keeper> }
  holder[key] ??= new Map()
  const fresh: Keeper = { operators: new Set(), held: undefined, timer: undefined, lease: undefined }
  const keeper = holder[key].get(name) ?? fresh
  holder[key].set(name, keeper)
  return keeper
}
