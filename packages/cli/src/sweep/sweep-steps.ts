import process from 'node:process'
import {
  type DeletedLeftover,
  type Leftover,
  type LeftoverFilter,
  type Sweep,
  shortenEmail,
} from '@soracom-fixtures/core/engine'
import { toAge } from '../arguments/to-duration.ts'
import { CommandError } from '../errors/command-error.ts'
import { ask, canAsk } from '../io/ask.ts'
import { print } from '../io/output.ts'
import { toTable } from '../io/to-table.ts'

/** Finds what is left: by the journals, and where a run is named that they do not know, by its addresses. */
export async function findLeft(sweep: Sweep, filter: LeftoverFilter): Promise<readonly Leftover[]> {
  const found = sweep.find(filter)
  if (filter.run === undefined || found.length > 0) return found
  try {
    return await sweep.search(filter.run)
  } catch (error) {
    const message = `no journal knows the run ${filter.run}, and it could not be looked for by its addresses: ${(error as Error).message}`
    throw new CommandError(message, { exitCode: 2, cause: error })
  }
}

/** What was found, as a table. */
export function showFound(found: readonly Leftover[]): string {
  if (found.length === 0) return 'Nothing is left.'
  const rows = found.map(({ entry, state, why, ageMs }) => [
    entry.operatorId ?? '(not known)',
    shortenEmail(entry.email),
    entry.file,
    entry.run,
    toAge(ageMs),
    state,
    entry.failure === undefined ? why : `${why}; ${entry.failure.split('\n')[0]}`,
  ])
  return toTable(['operator', 'e-mail', 'file', 'run', 'age', 'state', 'why'], rows)
}

/** Asks whether they are to be deleted. Where nobody can be asked, the answer is no. */
export async function confirm(left: number): Promise<boolean> {
  if (!canAsk()) return false
  return (
    (await ask(`Type "delete" to delete ${left === 1 ? 'this operator' : `these ${left} operators`}: `)) === 'delete'
  )
}

/** What became of them. */
export function showResults(found: readonly Leftover[], results: readonly DeletedLeftover[], json: boolean): string {
  if (json)
    return JSON.stringify(
      found.map((one) => toJson(one, results)),
      null,
      2,
    )
  const failed = results.flatMap((one) => (one.outcome === 'failed' ? [one] : []))
  const number = (state: (one: DeletedLeftover) => boolean) => results.filter(state).length
  return [
    ...failed.map(({ entry, reason }) => `not deleted: ${entry.operatorId ?? shortenEmail(entry.email)}: ${reason}`),
    [
      `deleted ${number(({ outcome }) => outcome === 'deleted')}`,
      `already gone ${number(({ outcome }) => outcome !== 'deleted' && outcome !== 'failed')}`,
      `failed ${failed.length}`,
      `in use ${found.filter(({ state }) => state === 'in use').length}`,
      `unsure ${found.filter(({ state }) => state === 'unsure').length}`,
    ].join(' · '),
  ].join('\n')
}

/** Deletes operators that the user names. Gives the exit code. */
export async function adoptAll(
  sweep: Sweep,
  names: readonly string[],
  { yes, json }: { readonly yes: boolean; readonly json: boolean },
): Promise<number> {
  if (!yes && (json || !(await confirm(names.length)))) {
    throw new CommandError('nothing was deleted. Add --yes to delete the operators that --adopt names.')
  }
  const { SORACOM_EMAIL: email, SORACOM_PASSWORD: password } = process.env
  const results = []
  for (const name of names) {
    try {
      results.push({ name, ...(await sweep.adopt({ name, email, password })) })
    } catch (error) {
      results.push({ name, outcome: 'failed', reason: (error as Error).message })
    }
  }
  if (json) print(JSON.stringify(results, null, 2))
  else for (const result of results) print(`${result.name}: ${toSentence(result)}`)
  return results.every(({ outcome }) => outcome === 'deleted') ? 0 : 1
}

function toSentence(result: {
  readonly outcome: string
  readonly reason?: string
  readonly operatorId?: string | undefined
}) {
  if (result.outcome === 'deleted') return `deleted ${result.operatorId}`
  if (result.outcome === 'failed') return `not deleted: ${result.reason}`
  return 'not deleted: there is no such operator, or its password is another one (SORACOM_PASSWORD)'
}

function toJson({ entry, state, why, ageMs }: Leftover, results: readonly DeletedLeftover[]): object {
  const { email, operatorId, file, run, endpoint, intendedAt, failure } = entry
  const result = results.find((one) => one.entry === entry)
  const { outcome, reason } = (result ?? {}) as { readonly outcome?: string; readonly reason?: string }
  return { operatorId, email, file, run, endpoint, intendedAt, ageMs, state, why, failure, outcome, reason }
}
