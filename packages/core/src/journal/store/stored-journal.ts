import { createHash } from 'node:crypto'
import type { IntendedLine } from '../journal-line.ts'
import type { ProcessIdentity } from '../process-identity.ts'
import type { JournalEntry } from '../read-journal.ts'
import { systemTime } from '../system-time.ts'
import type { Store } from './open-store.ts'

/** How long a lease lasts that nobody renews; machines whose clocks differ by minutes still agree on it. */
export const leaseMs = 600_000

/** What a run on one machine is known by. */
export type RunOnMachine = Pick<JournalEntry, 'machine' | 'runner'>

/** What every process of a run knows of an operator, also one that another process of it made. */
export type StoredIdentity = Pick<JournalEntry, 'run' | 'machine' | 'runner' | 'email'>

/** What a store tells. */
export interface StoredEntries {
  /** The operators that may be there; those that are gone are taken out. */
  readonly entries: readonly JournalEntry[]
  /** Until when runs hold a lease, by `leaseName`, in UNIX milliseconds. */
  readonly leases: ReadonlyMap<string, number>
  readonly unreadable: number
}

/** The journal of a fleet of machines, in a store that they share. */
export interface StoredJournal {
  intend(line: IntendedLine): Promise<void>
  made(entry: StoredIdentity, operatorId: string): Promise<void>
  fail(entry: StoredIdentity, reason: string): Promise<void>
  /** Takes an operator out that is gone; twice is harmless. */
  close(entry: StoredIdentity): Promise<void>
  read(): Promise<StoredEntries>
  /** Says that a run goes on, until some time from now. Gives the key of this very lease. */
  hold(run: RunOnMachine): Promise<string>
  /** Takes one lease back, as `hold` gave it. */
  drop(lease: string): Promise<void>
  /** Takes the leases of a run back that is over. */
  release(run: RunOnMachine): Promise<void>
  /** Clears leases away that have been over for long. */
  clear(): Promise<void>
}

/** The name of a run's lease. */
export function leaseName({ machine, runner }: RunOnMachine): string {
  return `${machine}-${toText(runner)}`
}

/**
 * Keeps a journal in a store. Nothing is ever written over, since no driver does that in one piece for all: what becomes
 * of an operator is a key beside that of its intention, and the end of a lease stands in its key.
 */
export function toStoredJournal(store: Store): StoredJournal {
  const write = async (entry: StoredIdentity, what: EventName, value: object) =>
    await store.write(`entries:${entry.run}:${entryName(entry)}:${what}`, value)
  const leasesOf = async (): Promise<readonly Lease[]> => (await store.keys()).flatMap((key) => toLease(key) ?? [])
  const removeAll = async (leases: readonly Lease[]) => {
    await Promise.all(leases.map(({ key }) => store.remove(key)))
  }
  return {
    intend: async (line) => await write(line, 'intended', line),
    made: async (entry, operatorId) => await write(entry, 'made', { operatorId }),
    fail: async (entry, reason) => await write(entry, 'failed', { reason }),
    async close(entry) {
      // The intention last: where this is cut short, the operator is still looked for.
      for (const what of ['made', 'failed', 'intended'] as const) {
        await store.remove(`entries:${entry.run}:${entryName(entry)}:${what}`)
      }
    },
    read: async () => await readAll(store),
    async hold(run) {
      const key = `leases:${leaseName(run)}:${Math.round(systemTime() + leaseMs)}`
      await store.write(key, {})
      return key
    },
    drop: async (lease) => await store.remove(lease),
    release: async (run) => await removeAll((await leasesOf()).filter(({ name }) => name === leaseName(run))),
    clear: async () => await removeAll((await leasesOf()).filter(({ untilMs }) => untilMs < systemTime() - leaseMs)),
  }
}

type EventName = 'intended' | 'made' | 'failed'

interface Lease {
  readonly key: string
  readonly name: string
  readonly untilMs: number
}

// Of one run on one machine and one address, so that nobody else's entry is written over.
function entryName({ machine, runner, email }: StoredIdentity): string {
  return createHash('sha256')
    .update(`${leaseName({ machine, runner })} ${email}`)
    .digest('hex')
    .slice(0, 24)
}

function toText({ pid, started }: ProcessIdentity): string {
  return `${pid}-${started}`
}

async function readAll(store: Store): Promise<StoredEntries> {
  const keys = await store.keys()
  const leases = new Map<string, number>()
  for (const { name, untilMs } of keys.flatMap((key) => toLease(key) ?? [])) {
    leases.set(name, Math.max(untilMs, leases.get(name) ?? 0))
  }
  const ofEntries = keys.filter((key) => key.startsWith('entries:'))
  const values = await store.read(ofEntries)
  const byKey = new Map(ofEntries.map((key, index) => [key, values[index]]))
  const intended = ofEntries.filter((key) => key.endsWith(':intended') && byKey.get(key) !== undefined)
  const entries = intended.flatMap((key) => toEntry(key, byKey) ?? [])
  return { entries, leases, unreadable: intended.length - entries.length }
}

function toLease(key: string): Lease | undefined {
  const [, name, untilMs] = /^leases:([^:]+):(\d+)$/.exec(key) ?? []
  return name === undefined ? undefined : { key, name, untilMs: Number(untilMs) }
}

// A value that was cut short tells of an operator that was not made yet, since it is awaited before that.
function toEntry(key: string, byKey: ReadonlyMap<string, unknown>): JournalEntry | undefined {
  const line = byKey.get(key)
  if (!isIntended(line)) return undefined
  const { type: _, at, ...intended } = line
  const beside = (what: EventName) => (byKey.get(key.replace(/intended$/, what)) ?? {}) as Record<string, string>
  return {
    ...intended,
    intendedAt: at,
    operatorId: beside('made').operatorId,
    closed: undefined,
    failure: beside('failed').reason,
    path: '',
    stored: true,
  }
}

// Others may write into the same store: only what has everything that a login and a deletion need is taken.
function isIntended(value: unknown): value is IntendedLine {
  const line = (value ?? {}) as Partial<Record<keyof IntendedLine, unknown>>
  const texts = ['at', 'email', 'run', 'machine', 'file', 'endpoint', 'authKeyId', 'password', 'sweepAfter'] as const
  const processes = [line.process, line.runner] as readonly (Partial<ProcessIdentity> | undefined)[]
  return (
    line.type === 'intended' &&
    texts.every((name) => typeof line[name] === 'string') &&
    processes.every((one) => typeof one?.pid === 'number' && typeof one.started === 'string')
  )
}
