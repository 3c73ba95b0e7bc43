import type { JournalEntry } from '../journal/read-journal.ts'

/** One on a line: `operator OP0012345678 of test/a.test.ts`. */
export function describeLeftover({
  operatorId,
  email,
  file,
}: Pick<JournalEntry, 'operatorId' | 'email' | 'file'>): string {
  return `operator ${operatorId ?? shortenEmail(email)} of ${file}`
}

/** An e-mail address as it is shown: without its domain, and without the middle of an own one. */
export function shortenEmail(email: string): string {
  const [name = ''] = email.split('@')
  return `${name.startsWith('fixtures-') ? name : `${name.slice(0, 3)}…`}@…`
}
