import { existsSync } from 'node:fs'
import type { StoreAddress } from '../kit/store-address.ts'
import { appendLine } from './append-line.ts'
import type { Closing } from './journal-line.ts'
import type { JournalEntry } from './read-journal.ts'
import { tellStore } from './store/use-store.ts'
import { systemTimeText } from './system-time.ts'

/** Writes down how an entry ended, here and in the store of a fleet; twice is harmless. */
export async function closeEntry(entry: JournalEntry, how: Closing, store?: StoreAddress): Promise<void> {
  const { path, email } = entry
  // Removed by another who has seen that nothing is left of that run.
  if (existsSync(path)) appendLine(path, { type: 'closed', at: systemTimeText(), email, how })
  if (entry.stored) await tellStore(store, async (journal) => await journal.close(entry))
}

/** Writes down why it could not be deleted; it stays open. */
export async function failEntry(entry: JournalEntry, reason: string, store?: StoreAddress): Promise<void> {
  const { path, email } = entry
  if (existsSync(path)) appendLine(path, { type: 'failed', at: systemTimeText(), email, reason })
  if (entry.stored) await tellStore(store, async (journal) => await journal.fail(entry, reason))
}
