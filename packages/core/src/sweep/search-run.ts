import { SoracomApiError, type SoracomClient } from '@soracom-fixtures/client'
import { toEmail } from '../platform/operator-book.ts'
import { derivePassword } from '../platform/platform.ts'
import type { Leftover } from './select-leftovers.ts'
import { sideBySide } from './side-by-side.ts'

/** Where a run is looked for. */
export interface RunSearch {
  readonly client: SoracomClient
  readonly authKeyId: string
  readonly authKey: string
  /** Domain of the addresses. */
  readonly domain: string
}

// After so many addresses in a row that nobody has, no more are looked at: of one process, and of processes.
const gapOfOperators = 10
const gapOfProcesses = 30
const atOnce = 10

/** Finds a run's operators by logging in with the addresses that follow from its name. Needs no journal. */
export async function searchRun(run: string, search: RunSearch): Promise<Leftover[]> {
  const found: Leftover[] = []
  for (let first = 1, empty = 0; empty < gapOfProcesses; first += atOnce) {
    const processes = Array.from({ length: atOnce }, (_, index) => first + index)
    const ofEach = await sideBySide(processes, atOnce, async (process) => await searchProcess(run, process, search))
    for (const ofProcess of ofEach) {
      empty = ofProcess.length > 0 ? 0 : empty + 1
      found.push(...ofProcess)
    }
  }
  return found
}

async function searchProcess(run: string, process: number, search: RunSearch): Promise<Leftover[]> {
  const found: Leftover[] = []
  for (let number = 1, empty = 0; empty < gapOfOperators; number += 1) {
    const email = toEmail(run, process, number, search.domain)
    const operatorId = await findOperator(email, search)
    empty = operatorId === undefined ? empty + 1 : 0
    if (operatorId !== undefined) found.push(toLeftover(run, email, operatorId, search))
  }
  return found
}

async function findOperator(email: string, { client, authKey }: RunSearch): Promise<string | undefined> {
  try {
    return (await client.auth.authenticate({ email, password: derivePassword(authKey, email) })).operatorId
  } catch (error) {
    if (SoracomApiError.is(error) && error.apiCode === 'AUM0002') return undefined
    throw error
  }
}

function toLeftover(run: string, email: string, operatorId: string, { client, authKeyId }: RunSearch): Leftover {
  const at = new Date().toISOString()
  const nobody = { pid: 0, started: '' }
  return {
    entry: {
      email,
      run,
      operatorId,
      process: nobody,
      runner: nobody,
      machine: '',
      file: 'an unknown file',
      endpoint: client.endpoint,
      authKeyId,
      password: 'derived',
      intendedAt: at,
      sweepAfter: at,
      closed: undefined,
      failure: undefined,
      path: '',
    },
    state: 'left',
    why: 'its address is of the run that was named, and no journal knows it',
    ageMs: 0,
  }
}
