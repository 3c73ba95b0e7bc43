import process from 'node:process'
import type { Configuration } from '../configuration/configuration.ts'
import { journalPlace } from '../journal/journal-folder.ts'
import { thisMachine } from '../journal/machine-identity.ts'
import { thisProcess } from '../journal/process-identity.ts'
import { openRunJournal } from '../journal/run-journal.ts'
import { runnerOfThisProcess } from '../journal/runner-identity.ts'
import { runEmulatorVariable } from './embedded-emulator.ts'
import type { Platform } from './platform.ts'

/** What a platform does about each operator that is made on it. */
export type OperatorBook = Pick<Platform, 'newEmail' | 'intend' | 'made' | 'deleted' | 'taken'>

// Longer than a run takes: until then nobody can tell, on another machine, whether it still goes on.
const sweepAfterMs = 3_600_000

/** Whether operators of a target outlive the run: those of an emulator that ends with the run do not. */
export function outlivesRun({ target }: Configuration): boolean {
  return target.kind !== 'emulator' && target.endpoint !== process.env[runEmulatorVariable]
}

/** The book of operators that end with the emulator of the run: nothing is written down. */
export function createShortBook({ options }: Configuration, newSessionId: () => string): OperatorBook {
  const session = newSessionId()
  let operators = 0
  return {
    newEmail() {
      operators += 1
      return `fixtures-${session}-${operators}@${options.emailDomain}`
    },
    intend: async () => {},
    made: () => {},
    deleted: () => {},
    taken: () => {},
  }
}

/** The book of operators that outlive the run: each is in the run's journal before it is made. */
export function createLastingBook(
  configuration: Configuration,
  endpoint: string,
  { cwd, user }: { readonly cwd: string; readonly user: string },
): OperatorBook {
  const { options, authKeyId } = configuration
  const place = journalPlace({ cwd, journalDir: options.journalDir, runName: options.runName })
  const journal = openRunJournal(place)
  const at = () => new Date().toISOString()
  return {
    newEmail: () => toEmail(place.run, journal.number(), journal.nextOperator(), options.emailDomain),
    async intend(email, password = 'derived') {
      journal.append({
        type: 'intended',
        at: at(),
        email,
        run: place.run,
        process: thisProcess(),
        runner: runnerOfThisProcess(),
        machine: thisMachine(),
        file: user,
        endpoint,
        authKeyId,
        password,
        sweepAfter: new Date(Date.now() + sweepAfterMs).toISOString(),
      })
      if (!options.reaper) return
      const { ensureReaper } = await import('../reaper/ensure-reaper.ts')
      await ensureReaper(place, configuration)
    },
    made: (email, operatorId) => journal.append({ type: 'made', at: at(), email, operatorId }),
    deleted: (email) => journal.append({ type: 'closed', at: at(), email, how: 'deleted' }),
    taken(email) {
      journal.append({ type: 'closed', at: at(), email, how: 'not there' })
      journal.renumber()
    },
  }
}

/** The address of the run's operator with these numbers, so that one that was lost can be found by the run's name. */
export function toEmail(run: string, process: number, operator: number, domain: string): string {
  return `fixtures-${run}-${process}-${operator}@${domain}`
}
