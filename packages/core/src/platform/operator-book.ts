import process from 'node:process'
import type { Configuration } from '../configuration/configuration.ts'
import { journalPlace } from '../journal/journal-folder.ts'
import type { Closing, IntendedLine } from '../journal/journal-line.ts'
import { thisMachine } from '../journal/machine-identity.ts'
import { thisProcess } from '../journal/process-identity.ts'
import { openRunJournal } from '../journal/run-journal.ts'
import { runnerOfThisProcess } from '../journal/runner-identity.ts'
import { systemTimeText } from '../journal/system-time.ts'
import { runEmulatorVariable } from './embedded-emulator.ts'
import type { Platform } from './platform.ts'
import { createStoreBook } from './store-book.ts'

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
    made: async () => {},
    deleted: async () => {},
    taken: async () => {},
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
  const runOnMachine = { run: place.run, machine: thisMachine(), runner: runnerOfThisProcess() }
  const store = createStoreBook(configuration.journalStore, runOnMachine)
  const close = async (email: string, how: Closing): Promise<void> => {
    journal.append({ type: 'closed', at: systemTimeText(), email, how })
    await store.close(email)
  }
  return {
    newEmail: () => toEmail(place.run, journal.number(), journal.nextOperator(), options.emailDomain),
    async intend(email, password = 'derived') {
      const line: IntendedLine = {
        type: 'intended',
        at: systemTimeText(),
        email,
        ...runOnMachine,
        process: thisProcess(),
        file: user,
        endpoint,
        authKeyId,
        password,
        sweepAfter: systemTimeText(sweepAfterMs),
      }
      // First, since it may fail: then nothing is made, and nothing here tells of it.
      await store.intend(line)
      journal.append(line)
      if (!options.reaper) return
      const { ensureReaper } = await import('../reaper/ensure-reaper.ts')
      await ensureReaper(place, configuration)
    },
    async made(email, operatorId) {
      journal.append({ type: 'made', at: systemTimeText(), email, operatorId })
      await store.made(email, operatorId)
    },
    deleted: async (email) => await close(email, 'deleted'),
    async taken(email) {
      await close(email, 'not there')
      journal.renumber()
    },
  }
}

/** The address of the run's operator with these numbers, so that one that was lost can be found by the run's name. */
export function toEmail(run: string, process: number, operator: number, domain: string): string {
  return `fixtures-${run}-${process}-${operator}@${domain}`
}
