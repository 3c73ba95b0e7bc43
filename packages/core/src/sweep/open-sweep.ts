import type { SoracomClient } from '@soracom-fixtures/client'
import { type Configuration, publicKey } from '../configuration/configuration.ts'
import { withoutPage } from '../errors/error-page.ts'
import { accessFailure } from '../journal/access-failure.ts'
import { clearJournals } from '../journal/clear-journals.ts'
import { journalFolder } from '../journal/journal-folder.ts'
import { thisMachine } from '../journal/machine-identity.ts'
import { isAlive } from '../journal/process-identity.ts'
import { type JournalEntry, readJournal } from '../journal/read-journal.ts'
import { readJournals } from '../journal/read-journals.ts'
import { tellStore, useStore } from '../journal/store/use-store.ts'
import { systemTime } from '../journal/system-time.ts'
import { describeStore, type StoreAddress } from '../kit/store-address.ts'
import { createPlatformClient, toClientOptions } from '../platform/platform-client.ts'
import { type AdoptedOperator, type Adoption, adoptOperator } from './adopt-operator.ts'
import { type DeletedLeftover, deleteLeftovers } from './delete-leftovers.ts'
import { searchRun } from './search-run.ts'
import { type Leftover, type LeftoverFilter, selectLeftovers } from './select-leftovers.ts'

/** How the journals of a project are. */
export interface JournalHealth {
  readonly folder: string
  readonly files: number
  readonly entries: number
  readonly unreadableLines: number
  /** Why nothing can be written there, or read; nothing where all is well. */
  readonly failure: string | undefined
  /** The store of the fleet; nothing where there is none. */
  readonly store?: StoreHealth | undefined
}

/** How the store of a fleet is. */
export interface StoreHealth {
  /** Without secrets, such as `redis at 10.0.0.5:6379`. */
  readonly name: string
  /** Operators that are in it. */
  readonly entries: number
  /** Runs that hold a lease. */
  readonly leases: number
  readonly failure: string | undefined
}

/** A look at what is left, and what deletes it. */
export interface Sweep {
  /** The folder of the journals, and how they are. */
  health(): Promise<JournalHealth>
  /**
   * The operators that the journal does not know to be gone. Makes no call.
   *
   * @throws {FixtureJournalError} when the store of the fleet cannot be read.
   */
  find(filter: LeftoverFilter): Promise<Leftover[]>
  /** Looks for the operators of a run by their addresses, where no journal tells of it. Deletes nothing. */
  search(run: string): Promise<Leftover[]>
  /** Deletes operators and writes down what became of each. Never throws for one of them. */
  deleteAll(entries: readonly JournalEntry[]): Promise<DeletedLeftover[]>
  /** Deletes an operator that no journal knows. */
  adopt(adoption: Adoption): Promise<AdoptedOperator>
}

/** Opens the journals of a project for cleaning up. */
export function openSweep(configuration: Configuration, cwd: string, signal?: AbortSignal): Sweep {
  const { options, authKeyId, authKey, target, journalStore: store } = configuration
  const folder = journalFolder({ cwd, journalDir: options.journalDir })
  const keys = new Map([
    [publicKey.authKeyId, publicKey.authKey],
    [authKeyId, authKey],
  ])
  const clientFor = (endpoint: string): SoracomClient =>
    createPlatformClient(toClientOptions(configuration, endpoint), () => {})
  const endpointInForce = (): string => {
    if (target.kind !== 'emulator') return target.endpoint
    throw new Error(
      'The target in force is the embedded emulator, which ends with its run. Set SORACOM_FIXTURES_TARGET to "sandbox" or a URL to say where to look.',
    )
  }
  return {
    health: async () => ({ ...readHealth(folder), store: store && (await readStoreHealth(store)) }),
    async find(filter) {
      const { entries, leaseOf } = await readJournals(folder, store)
      return selectLeftovers(entries, filter, { now: systemTime(), machine: thisMachine(), isAlive, leaseOf })
    },
    search: async (run) =>
      await searchRun(run.toLowerCase(), {
        client: clientFor(endpointInForce()),
        authKeyId,
        authKey,
        domain: options.emailDomain,
      }),
    async deleteAll(entries) {
      const results = await deleteLeftovers(entries, { clientFor, keys, store, signal })
      clearJournals(folder, systemTime())
      await tellStore(store, async (journal) => await journal.clear())
      return results
    },
    adopt: async (adoption) =>
      await adoptOperator(adoption, {
        client: clientFor(endpointInForce()),
        authKey,
        entries: (await readJournals(folder, store)).entries,
        store,
      }),
  }
}

function readHealth(folder: string): Omit<JournalHealth, 'store'> {
  const failure = accessFailure(folder)
  if (failure !== undefined) return { folder, files: 0, entries: 0, unreadableLines: 0, failure }
  const { files, entries, unreadableLines } = readJournal(folder)
  return { folder, files: files.length, entries: entries.length, unreadableLines, failure }
}

async function readStoreHealth(store: StoreAddress): Promise<StoreHealth> {
  const name = describeStore(store)
  try {
    const { entries, leases } = await useStore(store, async (journal) => await journal.read())
    const held = [...leases.values()].filter((untilMs) => untilMs > systemTime()).length
    return { name, entries: entries.length, leases: held, failure: undefined }
  } catch (error) {
    return { name, entries: 0, leases: 0, failure: withoutPage((error as Error).message) }
  }
}
