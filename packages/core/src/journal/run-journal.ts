import { closeSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { appendLine } from './append-line.ts'
import { clearJournals } from './clear-journals.ts'
import type { JournalPlace } from './journal-folder.ts'
import type { JournalLine } from './journal-line.ts'
import { journalFileName } from './read-journal.ts'

/** What this process adds to the journal of its run. */
export interface RunJournal {
  /** The number of this process among those of the run that make operators. */
  number(): number
  /** A number that no operator of this process has. */
  nextOperator(): number
  /** Takes another number for this process, where addresses that follow from the present one are taken. */
  renumber(): void
  append(line: JournalLine): void
}

interface Slot {
  number: number
  path: string
  operators: number
}

const key = Symbol.for('soracom-fixtures.run-journals')

/** Opens the journal of a run for this process; once a process, however many sets it has. */
export function openRunJournal(place: JournalPlace): RunJournal {
  const holder = globalThis as { [key]?: Map<string, Slot> }
  holder[key] ??= new Map()
  const slots = holder[key]
  const name = `${place.folder} ${place.run}`
  // Claimed with the first operator, so that a process without any has no file.
  const slot = (): Slot => {
    const known = slots.get(name)
    if (known) return known
    const claimed = { ...claimNumber(place), operators: 0 }
    slots.set(name, claimed)
    return claimed
  }
  return {
    number: () => slot().number,
    nextOperator() {
      const own = slot()
      own.operators += 1
      return own.operators
    },
    renumber: () => slots.set(name, { ...claimNumber(place, slot().number), operators: 0 }),
    // What comes after an intention can be found out again by logging in.
    append: (line) => appendLine(slot().path, line, line.type === 'intended'),
  }
}

// Whoever makes a file that was not there has its number; no lock is needed, and none can be left behind.
function claimNumber({ folder, run }: JournalPlace, above = 0): { number: number; path: string } {
  const taken = readdirSync(folder).flatMap((name) => {
    const [, ofRun, number] = journalFileName.exec(name) ?? []
    return ofRun === run ? [Number(number)] : []
  })
  if (taken.length === 0) clearJournals(folder, Date.now())
  for (let number = Math.max(above, ...taken) + 1; ; number += 1) {
    const path = join(folder, `${run}.${number}.ndjson`)
    try {
      closeSync(openSync(path, 'wx', 0o600))
      return { number, path }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
