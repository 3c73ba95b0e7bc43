import { existsSync } from 'node:fs'
import { appendLine } from './append-line.ts'
import type { Closing } from './journal-line.ts'
import type { JournalEntry } from './read-journal.ts'

/** Writes down how an entry ended; twice is harmless. */
export function closeEntry({ path, email }: JournalEntry, how: Closing): void {
  // Removed by another who has seen that nothing is left of that run.
  if (existsSync(path)) appendLine(path, { type: 'closed', at: new Date().toISOString(), email, how })
}

/** Writes down why it could not be deleted; it stays open. */
export function failEntry({ path, email }: JournalEntry, reason: string): void {
  if (existsSync(path)) appendLine(path, { type: 'failed', at: new Date().toISOString(), email, reason })
}
