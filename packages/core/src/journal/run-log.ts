import { appendFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RunFolder } from './run-folder.ts'

const fileName = 'log.ndjson'

/** Adds a line to the log of a run. Lines of several processes do not mix: each is appended at once. */
export function appendToRunLog({ path }: RunFolder, line: object): void {
  try {
    appendFileSync(join(path, fileName), `${JSON.stringify(line)}\n`, { mode: 0o600 })
  } catch (error) {
    // The run is over and its folder cleared away: nobody reads the log any more.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}

/** The lines of a run's log. A last one that was cut short is passed over. */
export function readRunLog({ path }: RunFolder): unknown[] {
  return readLines(join(path, fileName)).flatMap((line) => {
    try {
      return [JSON.parse(line) as unknown]
    } catch {
      return []
    }
  })
}

function readLines(path: string): string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').filter(Boolean)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
