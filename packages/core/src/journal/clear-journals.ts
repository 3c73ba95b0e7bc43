import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { thisMachine } from './machine-identity.ts'
import { isAlive } from './process-identity.ts'
import { journalFileName, readJournal } from './read-journal.ts'
import { readReaper } from './reaper-mark.ts'

// A file that was made just now may get its first line yet.
const youngMs = 60_000

/**
 * Removes the journals of runs that are over and left nothing: every entry is closed, and no process of the run is
 * alive, nor its reaper.
 */
export function clearJournals(folder: string, now: number): void {
  const { files, entries } = readJournal(folder)
  const machine = thisMachine()
  for (const run of new Set(files.map(runOf))) {
    const own = entries.filter((entry) => entry.run === run)
    const over = own.every(
      (entry) =>
        entry.closed !== undefined &&
        (entry.machine === machine
          ? !isAlive(entry.process) && !isAlive(entry.runner)
          : Date.parse(entry.sweepAfter) < now),
    )
    const paths = files.filter((path) => runOf(path) === run)
    if (over && !readReaper(folder, run) && !paths.some((path) => isYoung(path, now))) removeJournal(folder, run)
  }
}

/** Removes the journal of a run that left nothing. */
export function removeJournal(folder: string, run: string): void {
  for (const path of readJournal(folder, run).files) rmSync(path, { force: true })
}

/** Removes the folder that the processes of a run shared, where its runner was killed before it could. */
export function removeRunFolder(path: string): void {
  if (/[\\/]\.soracom-fixtures[\\/]run-\d+-[0-9a-f]+$/.test(path) && existsSync(path)) {
    rmSync(path, { recursive: true, force: true })
  }
}

function runOf(path: string): string {
  return journalFileName.exec(path.slice(join(path, '..').length + 1))?.[1] ?? ''
}

function isYoung(path: string, now: number): boolean {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat !== undefined && now - stat.mtimeMs < youngMs
}
