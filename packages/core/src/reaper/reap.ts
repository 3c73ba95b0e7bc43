import { setTimeout as sleep } from 'node:timers/promises'
import { FixtureError } from '../errors/fixture-error.ts'
import { removeJournal, removeRunFolder } from '../journal/clear-journals.ts'
import { failEntry } from '../journal/end-entry.ts'
import { withLock } from '../journal/lock.ts'
import { thisMachine } from '../journal/machine-identity.ts'
import { isAlive, type ProcessIdentity } from '../journal/process-identity.ts'
import { type JournalEntry, readJournal } from '../journal/read-journal.ts'
import { readJournals } from '../journal/read-journals.ts'
import { reaperLockPath, removeReaper, writeReaperReport } from '../journal/reaper-mark.ts'
import { systemTime } from '../journal/system-time.ts'
import { createPlatformClient } from '../platform/platform-client.ts'
import { type DeletedLeftover, deleteLeftovers } from '../sweep/delete-leftovers.ts'
import { describeLeftover } from '../sweep/describe-leftover.ts'
import type { ReaperOrder } from './reaper-order.ts'

// How long the runner may outlive whoever started the reaper, and its other processes may outlive the runner.
const longestRunMs = 3_600_000
const longestOrphanMs = 600_000
const lookMs = 200
// Between rounds over what could not be deleted; the client repeats calls by itself within each.
const pausesMs = [2_000, 10_000, 30_000]

/**
 * What a reaper does once its starter has ended: waits until no process of the run is alive, deletes what the run's
 * journal shows as left, and leaves a report for the next run.
 */
export async function reap(order: ReaperOrder): Promise<void> {
  const { folder, run, runner } = order
  const results = new Map<string, DeletedLeftover>()
  await until(() => !isAlive(runner), longestRunMs)
  if (!isAlive(runner)) {
    for (let round = 0; ; round += 1) {
      await until(() => !isAnyAlive(order), longestOrphanMs)
      for (const result of await deleteAll(order)) results.set(result.entry.email, result)
      const again = [...results.values()].some((result) => result.outcome === 'failed' && result.again)
      const pauseMs = pausesMs[round]
      if (again && pauseMs !== undefined) await sleep(pauseMs)
      else if (await end(order)) break
    }
  } else {
    await withLock(reaperLockPath(folder, run), async () => removeReaper(folder, run))
  }
  report(order, [...results.values()])
}

// Under the lock of those who start reapers: whoever writes an intention after this finds no reaper, and starts one.
async function end(order: ReaperOrder): Promise<boolean> {
  const { folder, run, runFolder } = order
  return await withLock(reaperLockPath(folder, run), async () => {
    const { entries } = readJournal(folder, run)
    const open = ownEntries(order).filter(({ closed, failure }) => closed === undefined && failure === undefined)
    const abandoned = open.every((entry) => isAlive(entry.process))
    if (!abandoned) return false
    if (entries.every(({ closed }) => closed !== undefined) && !isAnyAlive(order)) removeJournal(folder, run)
    if (runFolder && !isAnyAlive(order)) removeRunFolder(runFolder)
    removeReaper(folder, run)
    return true
  })
}

async function deleteAll(order: ReaperOrder): Promise<DeletedLeftover[]> {
  const { own, isHeldElsewhere } = await readEntries(order)
  const left = own.filter(({ closed, process }) => closed === undefined && !isAlive(process))
  // Machines whose runs have one name may have tried one address; who did not come to know its operator did not make it.
  const contested = left.filter((entry) => entry.operatorId === undefined && isHeldElsewhere(entry))
  for (const entry of contested.filter(({ failure }) => failure === undefined)) {
    await failEntry(entry, 'A run on another machine has the same e-mail address, and holds a lease.', order.store)
  }
  return await deleteLeftovers(
    left.filter((entry) => !contested.includes(entry)),
    {
      store: order.store,
      keys: new Map([[order.authKeyId, order.authKey]]),
      clientFor: (endpoint) => createPlatformClient({ ...order.client, endpoint }, () => {}),
    },
  )
}

function report({ folder, run }: ReaperOrder, results: readonly DeletedLeftover[]): void {
  const deleted = results.filter(({ outcome }) => outcome === 'deleted').map(({ entry }) => describeLeftover(entry))
  const failed = results.flatMap((result) =>
    result.outcome === 'failed' ? [{ what: describeLeftover(result.entry), reason: result.reason }] : [],
  )
  if (deleted.length + failed.length === 0) return
  writeReaperReport(folder, { run, at: new Date().toISOString(), deleted, failed })
}

// Processes that stand in the journal of the run, whatever became of their operators.
function isAnyAlive(order: ReaperOrder): boolean {
  return ownEntries(order).some((entry) => isAlive(entry.process))
}

// Also what the store of the fleet tells of this machine's part of the run, where its own files are gone.
async function readEntries(order: ReaperOrder): Promise<{
  readonly own: readonly JournalEntry[]
  readonly isHeldElsewhere: (entry: JournalEntry) => boolean
}> {
  const { folder, run, runner, store } = order
  const machine = thisMachine()
  try {
    const { entries, leaseOf } = await readJournals(folder, store, run)
    const held = entries.filter((entry) => entry.machine !== machine && (leaseOf(entry) ?? 0) > systemTime())
    return {
      own: entries.filter((entry) => entry.machine === machine && (entry.path !== '' || isSame(entry.runner, runner))),
      isHeldElsewhere: ({ email }) => held.some((entry) => entry.email === email),
    }
  } catch (error) {
    // What is written here does without the store.
    if (!FixtureError.is(error)) throw error
    return { own: ownEntries(order), isHeldElsewhere: () => false }
  }
}

function isSame(one: ProcessIdentity, other: ProcessIdentity): boolean {
  return one.pid === other.pid && one.started === other.started
}

function ownEntries({ folder, run }: ReaperOrder): JournalEntry[] {
  const machine = thisMachine()
  return readJournal(folder, run).entries.filter((entry) => entry.machine === machine)
}

async function until(done: () => boolean, longestMs: number): Promise<void> {
  const untilMs = Date.now() + longestMs
  while (!done() && Date.now() < untilMs) await sleep(lookMs)
}
