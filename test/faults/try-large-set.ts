import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FixtureEvent } from '@soracom-fixtures/core'
import { createSession, openSweep, resolveConfiguration } from '@soracom-fixtures/core/engine'
import { type Emulator, type EmulatorSnapshot, type Fault, startEmulator } from '@soracom-fixtures/emulator'
import { lackingIn } from './lacking-in.ts'
import { createLargeSet, expectedHoldings, type LargeSet } from './large-set.ts'
import { type Holdings, readHoldings } from './read-holdings.ts'

/** What a setup of the large set came to. */
export interface Trial {
  readonly outcome: 'succeeded' | 'failed'
  /** What the setup and the teardown threw. */
  readonly messages: readonly string[]
  /** What must not be so, a sentence each. */
  readonly problems: readonly string[]
  /** The operations that were called, in order. */
  readonly operations: readonly string[]
  /** Calls that met a fault. */
  readonly met: number
}

/** How long calls may take, in milliseconds. */
export interface TrialTimes {
  readonly callTimeoutMs: number
  readonly deadlineMs: number
}

/** Sets the large set up while these faults are there, takes it down again, and looks what is wrong then. */
export async function tryLargeSet(faults: readonly Fault[], times: TrialTimes): Promise<Trial> {
  await using emulator = await startEmulator({ faults })
  const journalDir = join(tmpdir(), `soracom-fixtures-faults-${randomUUID()}`)
  const { set, credentials } = createLargeSet()
  const operations: string[] = []
  let snapshot: EmulatorSnapshot | undefined
  const listener = (event: FixtureEvent): void => {
    if (event.type === 'call') operations.push(event.operationId)
    // Now, since a setup that failed is cleaned up next.
    if (event.type === 'setup-ended') snapshot = emulator.snapshot()
  }
  const config = { target: emulator.endpoint, authKeyId: 'keyId-faults', authKey, journalDir, reaper: false, ...times }
  const session = createSession(set, { config, listener })
  try {
    const setupError = await errorOf(session.setup())
    const teardownError = await errorOf(session.teardown())
    const errors = [setupError, teardownError].filter((error) => error !== undefined)
    const met = emulator.faults.list().reduce((sum, fault) => sum + fault.met, 0)
    const outcome = setupError ? 'failed' : 'succeeded'
    const problems = [
      ...errors.flatMap((error) => lackingIn(error, [authKey, ...secretsOf(credentials)])),
      ...(snapshot ? await wrongHoldings(outcome, snapshot, credentials) : ['the setup never ended']),
      ...(await leftBehind(emulator, errors, config)),
    ]
    return { outcome, messages: errors.map(({ message }) => message), problems, operations, met }
  } finally {
    rmSync(journalDir, { recursive: true, force: true })
  }
}

const authKey = 'secret-Marked-Of-Faults'

async function errorOf(work: Promise<unknown>): Promise<Error | undefined> {
  return await work.then(
    () => undefined,
    (error: Error) => error,
  )
}

function secretsOf(credentials: LargeSet['credentials']): string[] {
  return [...credentials.values()].flatMap(({ password, apiKey, token, authKey = [] }) =>
    [password, apiKey, token, authKey].flat(),
  )
}

// Exactly what was declared where the setup succeeded, and nothing more than that where it did not.
async function wrongHoldings(outcome: Trial['outcome'], snapshot: EmulatorSnapshot, of: LargeSet['credentials']) {
  const holdings = await readHoldings(snapshot, of)
  return Object.entries(expectedHoldings).flatMap(([name, expected]) => {
    const [had, wanted] = [toAmounts(holdings[name]), toAmounts(expected)]
    return [...new Set([...Object.keys(had), ...Object.keys(wanted)])].flatMap((what) => {
      const [is, most] = [had[what] ?? 0, wanted[what] ?? 0]
      const isRight = outcome === 'succeeded' ? is === most : is <= most
      return isRight ? [] : [`the setup ${outcome}, and ${name} has ${is} ${what} instead of ${most}`]
    })
  })
}

function toAmounts(holdings: Holdings | undefined): Readonly<Record<string, number>> {
  if (!holdings) return {}
  const { airBytes, beamCounts, ...counts } = holdings
  return { ...counts, ...airBytes, ...beamCounts }
}

// An operator may only be left where an error says so and the journal knows it: then one sweep deletes it.
async function leftBehind(
  emulator: Emulator,
  errors: readonly Error[],
  config: NonNullable<Parameters<typeof resolveConfiguration>[0]>['overrides'],
): Promise<string[]> {
  const problems: string[] = []
  const left = () => emulator.counts().operatorsLeft
  if (left() === 0) return problems
  const told = errors.reduce((sum, { message }) => sum + message.split(/still there: operator/i).length - 1, 0)
  if (told < left()) problems.push(`${left()} operators are left, and the errors tell of ${told}`)
  emulator.faults.clear()
  const cwd = tmpdir()
  const sweep = openSweep(await resolveConfiguration({ cwd, overrides: config }), cwd)
  // This process lives, so that they count as in use.
  const found = await sweep.find({ all: true })
  const results = await sweep.deleteAll(found.map(({ entry }) => entry))
  if (left() > 0) problems.push(`${left()} operators are left after a sweep: ${JSON.stringify(results)}`)
  return problems
}
