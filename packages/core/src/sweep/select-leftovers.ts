import type { ProcessIdentity } from '../journal/process-identity.ts'
import type { JournalEntry } from '../journal/read-journal.ts'
import type { RunOnMachine } from '../journal/store/stored-journal.ts'

/** Which entries of a journal are asked for. */
export interface LeftoverFilter {
  readonly olderThanMs?: number | undefined
  readonly run?: string | undefined
  /** The test file, or the end of its path. */
  readonly file?: string | undefined
  /** Also those of which nobody can tell whether they are left; never what a living process of this machine holds. */
  readonly all?: boolean | undefined
}

/** What is looked at, besides the journal. */
export interface LeftoverView {
  /** UNIX milliseconds. */
  readonly now: number
  readonly machine: string
  readonly isAlive: (process: ProcessIdentity) => boolean
  /** Until when a run of another machine holds a lease in the store of the fleet; nothing where it holds none. */
  readonly leaseOf: (run: RunOnMachine) => number | undefined
}

/** An operator that may still be there, and whether it counts as left. */
export interface Leftover {
  readonly entry: JournalEntry
  readonly state: 'left' | 'in use' | 'unsure'
  /** Why it counts as that, such as `its process 4711 has ended`. */
  readonly why: string
  readonly ageMs: number
}

/** The operators that a journal does not know to be gone, the oldest first. Pure. */
export function selectLeftovers(
  entries: readonly JournalEntry[],
  filter: LeftoverFilter,
  view: LeftoverView,
): Leftover[] {
  const open = entries
    .filter(({ closed }) => closed === undefined)
    .map((entry) => ({ entry, ...judge(entry, filter, view), ageMs: view.now - Date.parse(entry.intendedAt) }))
  const used = new Set(open.filter(({ state }) => state === 'in use').map(({ entry }) => toAddress(entry)))
  return open
    .map((one) =>
      one.state !== 'in use' && used.has(toAddress(one.entry))
        ? { ...one, state: 'in use' as const, why: 'another run that goes on has the same e-mail address' }
        : one,
    )
    .filter(({ entry, ageMs }) => matches(entry, ageMs, filter))
    .toSorted((one, other) => other.ageMs - one.ageMs)
}

function matches({ run, file }: JournalEntry, ageMs: number, filter: LeftoverFilter): boolean {
  if (filter.run !== undefined && run !== filter.run.toLowerCase()) return false
  if (filter.file !== undefined && file !== filter.file && !file.endsWith(`/${filter.file}`)) return false
  return ageMs >= (filter.olderThanMs ?? 0)
}

function judge(
  entry: JournalEntry,
  { all = false }: LeftoverFilter,
  view: LeftoverView,
): Pick<Leftover, 'state' | 'why'> {
  const { process, runner, machine, sweepAfter } = entry
  if (machine !== view.machine && entry.stored) return judgeByLease(view.leaseOf(entry), view.now)
  if (machine !== view.machine) {
    if (Date.parse(sweepAfter) <= view.now) return { state: 'left', why: `its run was to have ended by ${sweepAfter}` }
    return all
      ? { state: 'left', why: 'it is of another machine, and all are asked for' }
      : {
          state: 'unsure',
          why: `it is of another machine, whose processes cannot be seen here; left from ${sweepAfter} on`,
        }
  }
  if (view.isAlive(process)) return { state: 'in use', why: `its process ${process.pid} runs` }
  if (view.isAlive(runner) && !all) return { state: 'in use', why: `its run goes on in process ${runner.pid}` }
  return { state: 'left', why: `its process ${process.pid} has ended` }
}

// A lease holds whatever is asked for: whoever holds it is on a machine that nobody can look into from here.
function judgeByLease(untilMs: number | undefined, now: number): Pick<Leftover, 'state' | 'why'> {
  if (untilMs === undefined) return { state: 'left', why: 'its run on another machine holds no lease any more' }
  const until = new Date(untilMs).toISOString()
  return untilMs > now
    ? { state: 'in use', why: `its run on another machine holds a lease until ${until}` }
    : { state: 'left', why: `the lease of its run on another machine ended at ${until}` }
}

function toAddress({ endpoint, email }: JournalEntry): string {
  return `${endpoint} ${email}`
}
