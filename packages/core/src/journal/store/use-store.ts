import process from 'node:process'
import { describeCause } from '../../errors/describe-cause.ts'
import type { StoreAddress } from '../../kit/store-address.ts'
import { openStore, type Store } from './open-store.ts'
import { type StoredJournal, toStoredJournal } from './stored-journal.ts'

// A connection that nobody uses keeps a process from its end, and the next one is soon there.
const idleMs = 250

interface Use {
  store: Promise<Store> | undefined
  users: number
  idle: NodeJS.Timeout | undefined
}

const key = Symbol.for('soracom-fixtures.stores')

/**
 * Does something with the journal in a store. One connection serves everything that goes on at a time in this process,
 * and ends soon after it.
 *
 * @throws {FixtureJournalError} when the store cannot be used.
 */
export async function useStore<Value>(
  address: StoreAddress,
  work: (journal: StoredJournal, store: Store) => Promise<Value>,
): Promise<Value> {
  const use = useOf(address)
  clearTimeout(use.idle)
  use.users += 1
  try {
    const store = await opened(use, address)
    return await work(toStoredJournal(store), store)
  } finally {
    use.users -= 1
    if (use.users === 0) {
      use.idle = setTimeout(() => {
        use.store?.then(async (store) => await store.close())
        use.store = undefined
      }, idleMs)
      use.idle.unref()
    }
  }
}

/**
 * The same for what is only noted: the store that fails is told of in a warning. What it was to hear is found out again
 * by whoever sweeps.
 */
export async function tellStore(
  address: StoreAddress | undefined,
  work: (journal: StoredJournal) => Promise<unknown>,
): Promise<void> {
  if (!address) return
  try {
    await useStore(address, work)
  } catch (error) {
    process.emitWarning(`soracom-fixtures: ${describeCause(error)}`)
  }
}

async function opened(use: Use, address: StoreAddress): Promise<Store> {
  use.store ??= openStore(address)
  try {
    return await use.store
  } catch (error) {
    use.store = undefined
    throw error
  }
}

// One a process, since Jest evaluates this module anew for each file.
function useOf(address: StoreAddress): Use {
  const holder = globalThis as { [key]?: Map<string, Use> }
  holder[key] ??= new Map()
  const name = JSON.stringify(address)
  const use = holder[key].get(name) ?? { store: undefined, users: 0, idle: undefined }
  holder[key].set(name, use)
  return use
}
