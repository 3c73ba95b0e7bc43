import type { StoreAddress } from '../kit/store-address.ts'
import { type Journal, type JournalEntry, readJournal } from './read-journal.ts'
import type { RunOnMachine } from './store/stored-journal.ts'
import { tellStore, useStore } from './store/use-store.ts'

/** The journals of a project and, where there is one, of its fleet. */
export interface Journals extends Journal {
  /** Until when runs of other machines hold a lease, in UNIX milliseconds; nothing for one that holds none. */
  leaseOf(run: RunOnMachine): number | undefined
}

/**
 * Reads the journals of a folder together with that of a store, of one run or of all. What the folder knows to be gone,
 * and the store has not heard, is taken out of it.
 *
 * @throws {FixtureJournalError} when the store cannot be read.
 */
export async function readJournals(folder: string, store: StoreAddress | undefined, run?: string): Promise<Journals> {
  const local = readJournal(folder, run)
  if (!store) return { ...local, leaseOf: () => undefined }
  const { leaseName } = await import('./store/stored-journal.ts')
  const stored = await useStore(store, async (journal) => await journal.read())
  const ofRun = stored.entries.filter((entry) => run === undefined || entry.run === run)
  const { entries, gone } = joinEntries(local.entries, ofRun)
  for (const entry of gone) await tellStore(store, async (journal) => await journal.close(entry))
  return {
    ...local,
    entries,
    unreadableLines: local.unreadableLines + stored.unreadable,
    leaseOf: (of) => stored.leases.get(leaseName(of)),
  }
}

/** The entries of both, each once, and those of the store that the local ones know to be gone. Pure. */
export function joinEntries(
  local: readonly JournalEntry[],
  stored: readonly JournalEntry[],
): { readonly entries: readonly JournalEntry[]; readonly gone: readonly JournalEntry[] } {
  const names = new Set(stored.map(nameOf))
  const known = new Set(local.map(nameOf))
  const open = new Set(local.filter(({ closed }) => closed === undefined).map(nameOf))
  return {
    entries: [
      ...local.map((entry) => (names.has(nameOf(entry)) ? { ...entry, stored: true as const } : entry)),
      ...stored.filter((entry) => !known.has(nameOf(entry))),
    ],
    gone: stored.filter((entry) => known.has(nameOf(entry)) && !open.has(nameOf(entry))),
  }
}

function nameOf({ machine, runner, email }: JournalEntry): string {
  return [machine, runner.pid, runner.started, email].join(' ')
}
