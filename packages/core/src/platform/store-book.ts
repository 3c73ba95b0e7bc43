import type { IntendedLine } from '../journal/journal-line.ts'
import type { StoredIdentity } from '../journal/store/stored-journal.ts'
import type { StoreAddress } from '../kit/store-address.ts'

/** What the store of a fleet is told of each operator of a run. */
export interface StoreBook {
  /**
   * Resolves when the store has it, and a lease that other machines see.
   *
   * @throws {FixtureJournalError} when it has not: then the operator is not made.
   */
  intend(line: IntendedLine): Promise<void>
  made(email: string, operatorId: string): Promise<void>
  close(email: string): Promise<void>
}

/** The book that is kept in a store; without one it keeps nothing, and loads nothing. */
export function createStoreBook(
  address: StoreAddress | undefined,
  run: Pick<StoredIdentity, 'run' | 'machine' | 'runner'>,
): StoreBook {
  if (!address) return { intend: async () => {}, made: async () => {}, close: async () => {} }
  const lease = async () => (await import('../journal/store/keep-lease.ts')).keepLease(address, run)
  return {
    async intend(line) {
      const { useStore } = await import('../journal/store/use-store.ts')
      await (await lease()).begin(line.email)
      await useStore(address, async (journal) => await journal.intend(line))
    },
    async made(email, operatorId) {
      const { tellStore } = await import('../journal/store/use-store.ts')
      await tellStore(address, async (journal) => await journal.made({ ...run, email }, operatorId))
    },
    async close(email) {
      const { tellStore } = await import('../journal/store/use-store.ts')
      await tellStore(address, async (journal) => await journal.close({ ...run, email }))
      ;(await lease()).end(email)
    },
  }
}
