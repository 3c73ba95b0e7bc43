import type { Configuration } from '../configuration/configuration.ts'
import { withoutPage } from '../errors/error-page.ts'
import { FixtureError } from '../errors/fixture-error.ts'
import { clearJournals } from '../journal/clear-journals.ts'
import { journalFolder } from '../journal/journal-folder.ts'
import type { JournalEntry } from '../journal/read-journal.ts'
import { type ReaperReport, takeReaperReports } from '../journal/reaper-mark.ts'
import { systemTime } from '../journal/system-time.ts'
import { outlivesRun } from '../platform/operator-book.ts'
import { openSweep } from './open-sweep.ts'

// So that a target that does not answer holds no run up.
const longestMs = 5_000

/**
 * What a run does before it begins: deletes what earlier ones left, in a short time, and gives the lines that tell of it
 * and of what the last reapers did. What cannot be deleted now is left to a reaper or to `soracom-fixtures sweep`.
 */
export async function tidyBeforeRun(configuration: Configuration, cwd: string): Promise<string[]> {
  if (!outlivesRun(configuration)) return []
  const folder = journalFolder({ cwd, journalDir: configuration.options.journalDir })
  const lines = takeReaperReports(folder).flatMap(toLines)
  try {
    lines.push(...(await tidy(configuration, cwd)))
  } catch (error) {
    if (!FixtureError.is(error)) throw error
    lines.push(`soracom-fixtures: nothing was cleaned up before the run: ${withoutPage(error.message)}`)
  }
  clearJournals(folder, systemTime())
  return lines
}

async function tidy(configuration: Configuration, cwd: string): Promise<string[]> {
  const lines: string[] = []
  const sweep = openSweep(configuration, cwd, AbortSignal.timeout(longestMs))
  const find = async () =>
    (await sweep.find({})).filter(({ state, entry }) => state === 'left' && isOurs(entry, configuration))
  const left = await find()
  const results = left.length > 0 ? await sweep.deleteAll(left.map(({ entry }) => entry)) : []
  const deleted = results.filter(({ outcome }) => outcome === 'deleted').length
  if (deleted > 0) lines.push(`soracom-fixtures: deleted ${count(deleted)} that earlier runs had left`)
  const still = (await find()).length
  if (still > 0) {
    lines.push(
      `soracom-fixtures: ${count(still)} of earlier runs may still be there; "soracom-fixtures sweep" shows them`,
    )
  }
  return lines
}

// A fleet may have several auth keys, and only who holds the right one can delete.
function isOurs({ stored, path, authKeyId }: JournalEntry, configuration: Configuration): boolean {
  return !stored || path !== '' || authKeyId === configuration.authKeyId
}

function toLines({ at, deleted, failed }: ReaperReport): string[] {
  const lines: string[] = []
  if (deleted.length > 0) {
    lines.push(`soracom-fixtures: the last run was cut short; its reaper deleted ${deleted.join(', ')} at ${at}`)
  }
  for (const { what, reason } of failed) {
    lines.push(`soracom-fixtures: the last run was cut short; its reaper could not delete ${what}: ${reason}`)
  }
  return lines
}

function count(operators: number): string {
  return operators === 1 ? '1 operator' : `${operators} operators`
}
