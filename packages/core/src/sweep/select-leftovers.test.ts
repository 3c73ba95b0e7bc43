import { describe, expect, test } from 'vitest'
import type { JournalEntry } from '../journal/read-journal.ts'
import { selectLeftovers } from './select-leftovers.ts'

const living = { pid: 10, started: '1' }
const dead = { pid: 20, started: '1' }
const now = Date.parse('2026-11-01T02:00:00Z')
const view = {
  now,
  machine: 'here',
  isAlive: ({ pid }: { readonly pid: number }) => pid === living.pid,
  leaseOf: ({ runner }: { readonly runner: { readonly pid: number } }) => leases[runner.pid],
}
// In the store of a fleet, by the runner that holds it.
const leases: Readonly<Record<number, number>> = { 30: now + 1, 40: now }
const holding = { pid: 30, started: '1' }
const late = { pid: 40, started: '1' }

function entry(changes: Partial<JournalEntry> = {}): JournalEntry {
  return {
    email: 'a@example.com',
    run: 'nightly',
    process: dead,
    runner: dead,
    machine: 'here',
    file: 'test/a.test.ts',
    endpoint: 'http://127.0.0.1:4010',
    authKeyId: 'keyId-a',
    password: 'derived',
    sweepAfter: '2026-11-01T02:30:00Z',
    intendedAt: '2026-11-01T01:30:00Z',
    operatorId: 'OP1',
    closed: undefined,
    failure: undefined,
    path: '',
    ...changes,
  }
}

const states = (entries: readonly JournalEntry[], filter = {}) =>
  selectLeftovers(entries, filter, view).map(({ state, why }) => `${state}: ${why}`)

describe('an operator', () => {
  test.each<[string, Partial<JournalEntry>, object, string]>([
    ['of a process that has ended', {}, {}, 'left: its process 20 has ended'],
    ['of a process that runs', { process: living }, {}, 'in use: its process 10 runs'],
    ['of a process that runs, with --all', { process: living }, { all: true }, 'in use: its process 10 runs'],
    ['of a run that goes on', { runner: living }, {}, 'in use: its run goes on in process 10'],
    ['of a run that goes on, with --all', { runner: living }, { all: true }, 'left: its process 20 has ended'],
    [
      'of another machine',
      { machine: 'there', process: living },
      {},
      'unsure: it is of another machine, whose processes cannot be seen here; left from 2026-11-01T02:30:00Z on',
    ],
    [
      'of another machine, long ago',
      { machine: 'there', sweepAfter: '2026-11-01T02:00:00Z' },
      {},
      'left: its run was to have ended by 2026-11-01T02:00:00Z',
    ],
    [
      'of another machine, with --all',
      { machine: 'there' },
      { all: true },
      'left: it is of another machine, and all are asked for',
    ],
    [
      'of a run on another machine that holds a lease, long ago, with --all',
      { machine: 'there', stored: true, runner: holding, sweepAfter: '2026-11-01T00:00:00Z' },
      { all: true },
      'in use: its run on another machine holds a lease until 2026-11-01T02:00:00.001Z',
    ],
    [
      'of a run on another machine whose lease has ended',
      { machine: 'there', stored: true, runner: late },
      {},
      'left: the lease of its run on another machine ended at 2026-11-01T02:00:00.000Z',
    ],
    [
      'of a run on another machine that holds no lease',
      { machine: 'there', stored: true },
      {},
      'left: its run on another machine holds no lease any more',
    ],
    [
      'of this machine in the store, by its process alone',
      { stored: true, runner: holding },
      {},
      'left: its process 20 has ended',
    ],
  ])('%s counts as it should be told', (_, changes, filter, told) => {
    expect(states([entry(changes)], filter)).toEqual([told])
  })

  test('that is closed is not among them', () => {
    expect(states([entry({ closed: 'deleted' }), entry({ closed: 'not there' })])).toEqual([])
  })
})

test('an address that a run holds which goes on is in use, whoever else left it', () => {
  expect(states([entry(), entry({ process: living })])).toEqual([
    'in use: another run that goes on has the same e-mail address',
    'in use: its process 10 runs',
  ])
})

test('what is asked for is found, the oldest first', () => {
  const entries = [
    entry({ email: 'new@example.com', intendedAt: '2026-11-01T01:59:00Z' }),
    entry({ email: 'old@example.com', intendedAt: '2026-11-01T00:00:00Z', run: 'other', file: 'test/b.test.ts' }),
  ]
  const emails = (filter: object) => selectLeftovers(entries, filter, view).map(({ entry: { email } }) => email)
  expect(emails({})).toEqual(['old@example.com', 'new@example.com'])
  expect(emails({ olderThanMs: 3_600_000 })).toEqual(['old@example.com'])
  expect(emails({ run: 'Nightly' })).toEqual(['new@example.com'])
  expect(emails({ file: 'b.test.ts' })).toEqual(['old@example.com'])
  expect(emails({ file: 'test/a.test.ts' })).toEqual(['new@example.com'])
  expect(emails({ file: '.test.ts' })).toEqual([])
})
