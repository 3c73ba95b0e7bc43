import type { SoracomClient } from '@soracom-fixtures/client'
import { type Configuration, publicKey } from '../configuration/configuration.ts'
import { accessFailure } from '../journal/access-failure.ts'
import { clearJournals } from '../journal/clear-journals.ts'
import { journalFolder } from '../journal/journal-folder.ts'
import { thisMachine } from '../journal/machine-identity.ts'
import { isAlive } from '../journal/process-identity.ts'
import { type JournalEntry, readJournal } from '../journal/read-journal.ts'
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
}

/** A look at what is left, and what deletes it. */
export interface Sweep {
  /** The folder of the journals, and how they are. */
  health(): JournalHealth
  /** The operators that the journal does not know to be gone. Makes no call. */
  find(filter: LeftoverFilter): Leftover[]
  /** Looks for the operators of a run by their addresses, where no journal tells of it. Deletes nothing. */
  search(run: string): Promise<Leftover[]>
  /** Deletes operators and writes down what became of each. Never throws for one of them. */
  deleteAll(entries: readonly JournalEntry[]): Promise<DeletedLeftover[]>
  /** Deletes an operator that no journal knows. */
  adopt(adoption: Adoption): Promise<AdoptedOperator>
}

/** Opens the journals of a project for cleaning up. */
export function openSweep(configuration: Configuration, cwd: string, signal?: AbortSignal): Sweep {
  const { options, authKeyId, authKey, target } = configuration
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
    health: () => readHealth(folder),
    find: (filter) =>
      selectLeftovers(readJournal(folder).entries, filter, { now: Date.now(), machine: thisMachine(), isAlive }),
    search: async (run) =>
      await searchRun(run.toLowerCase(), {
        client: clientFor(endpointInForce()),
        authKeyId,
        authKey,
        domain: options.emailDomain,
      }),
    async deleteAll(entries) {
      const results = await deleteLeftovers(entries, { clientFor, keys, signal })
      clearJournals(folder, Date.now())
      return results
    },
    adopt: async (adoption) =>
      await adoptOperator(adoption, {
        client: clientFor(endpointInForce()),
        authKey,
        entries: readJournal(folder).entries,
      }),
  }
}

function readHealth(folder: string): JournalHealth {
  const failure = accessFailure(folder)
  if (failure !== undefined) return { folder, files: 0, entries: 0, unreadableLines: 0, failure }
  const { files, entries, unreadableLines } = readJournal(folder)
  return { folder, files: files.length, entries: entries.length, unreadableLines, failure }
}
