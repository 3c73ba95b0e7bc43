import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { appendLine } from './append-line.ts'
import { clearJournals } from './clear-journals.ts'
import { closeEntry, failEntry } from './end-entry.ts'
import type { IntendedLine } from './journal-line.ts'
import { thisMachine } from './machine-identity.ts'
import { thisProcess } from './process-identity.ts'
import { readJournal } from './read-journal.ts'
import { openRunJournal } from './run-journal.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'soracom-fixtures-journal-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

const dead = { pid: 2 ** 22 + 1, started: '1' }

function intended(email: string, at = '2026-11-01T00:00:00.000Z'): IntendedLine {
  return {
    type: 'intended',
    at,
    email,
    run: 'nightly',
    process: dead,
    runner: dead,
    machine: thisMachine(),
    file: 'test/a.test.ts',
    endpoint: 'http://127.0.0.1:4010',
    authKeyId: 'keyId-a',
    password: 'derived',
    sweepAfter: '2026-11-01T01:00:00.000Z',
  }
}

const entriesOf = () => readJournal(folder).entries

describe('a journal', () => {
  test('tells of what was intended, made and closed', () => {
    const path = join(folder, 'nightly.1.ndjson')
    appendLine(path, intended('a@example.com'))
    expect(entriesOf()).toMatchObject([{ email: 'a@example.com', operatorId: undefined, closed: undefined }])
    appendLine(path, { type: 'made', at: '2026-11-01T00:00:01.000Z', email: 'a@example.com', operatorId: 'OP1' })
    expect(entriesOf()).toMatchObject([{ operatorId: 'OP1', closed: undefined }])
    appendLine(path, { type: 'closed', at: '2026-11-01T00:00:02.000Z', email: 'a@example.com', how: 'deleted' })
    expect(entriesOf()).toMatchObject([{ operatorId: 'OP1', closed: 'deleted' }])
  })

  test('is read on behind a line that was torn', async () => {
    const path = join(folder, 'nightly.1.ndjson')
    appendLine(path, intended('a@example.com'))
    await appendFile(path, '{"type":"intended","email":"lost@exa')
    appendLine(path, intended('b@example.com'))
    expect(entriesOf().map(({ email }) => email)).toEqual(['a@example.com', 'b@example.com'])
    expect(readJournal(folder).unreadableLines).toBe(1)
  })

  test('tells of an end that another process of the run wrote down', () => {
    appendLine(join(folder, 'nightly.1.ndjson'), intended('a@example.com'))
    const end = { type: 'closed', at: '2026-11-01T00:00:02.000Z', email: 'a@example.com', how: 'deleted' }
    appendLine(join(folder, 'nightly.2.ndjson'), end)
    expect(entriesOf()).toMatchObject([{ closed: 'deleted' }])
  })

  test('takes an address that is used again as another operator', () => {
    const path = join(folder, 'nightly.1.ndjson')
    appendLine(path, intended('a@example.com'))
    appendLine(path, intended('a@example.com', '2026-11-01T00:00:05.000Z'))
    const [first, second] = entriesOf()
    expect([first?.closed, second?.closed]).toEqual([undefined, undefined])
  })

  test('keeps why an operator could not be deleted, until it is', () => {
    const path = join(folder, 'nightly.1.ndjson')
    appendLine(path, intended('a@example.com'))
    const [entry] = entriesOf()
    if (!entry) throw new Error('There is no entry.')
    failEntry(entry, 'the server failed')
    expect(entriesOf()).toMatchObject([{ failure: 'the server failed', closed: undefined }])
    closeEntry(entry, 'not there')
    expect(entriesOf()).toMatchObject([{ failure: undefined, closed: 'not there' }])
  })

  test('passes over what is none', async () => {
    await writeFile(join(folder, 'notes.txt'), 'none of ours')
    await writeFile(join(folder, 'nightly.1.ndjson'), 'null\n17\n{"type":"other"}\n')
    expect(readJournal(folder)).toMatchObject({ entries: [], unreadableLines: 3 })
    expect(readJournal(join(folder, 'nowhere')).entries).toEqual([])
  })
})

describe('the journal of a run', () => {
  test('is a file for the owner alone, made with the first operator', async () => {
    const journal = openRunJournal({ folder, run: 'first' })
    expect(readJournal(folder).files).toEqual([])
    journal.append(intended('a@example.com'))
    const [path = ''] = readJournal(folder).files
    expect((await stat(path)).mode & 0o777).toBe(0o600)
    expect(await readFile(path, 'utf8')).toMatch(/^\{.*\}\n$/)
  })

  test('has a number of its own for each who takes another, and never one that is taken', async () => {
    await writeFile(join(folder, 'second.4.ndjson'), '')
    const journal = openRunJournal({ folder, run: 'second' })
    expect([journal.number(), journal.nextOperator(), journal.nextOperator()]).toEqual([5, 1, 2])
    journal.renumber()
    expect([journal.number(), journal.nextOperator()]).toEqual([6, 1])
  })

  test('goes on where its folder was cleared away', async () => {
    const journal = openRunJournal({ folder, run: 'third' })
    journal.append(intended('a@example.com'))
    await rm(folder, { recursive: true })
    journal.append(intended('b@example.com'))
    expect(entriesOf()).toMatchObject([{ email: 'b@example.com' }])
  })
})

describe('clearing journals away', () => {
  const later = Date.now() + 3_600_000
  const path = () => join(folder, 'nightly.1.ndjson')
  const close = () =>
    appendLine(path(), { type: 'closed', at: '2026-11-01T00:00:02.000Z', email: 'a@example.com', how: 'deleted' })

  test('removes those of runs that are over and left nothing', () => {
    appendLine(path(), intended('a@example.com'))
    close()
    clearJournals(folder, later)
    expect(readJournal(folder).files).toEqual([])
  })

  test('keeps what is open', () => {
    appendLine(path(), intended('a@example.com'))
    clearJournals(folder, later)
    expect(readJournal(folder).files).toEqual([path()])
  })

  test('keeps those of a run that goes on', () => {
    appendLine(path(), { ...intended('a@example.com'), runner: thisProcess() })
    close()
    clearJournals(folder, later)
    expect(readJournal(folder).files).toEqual([path()])
  })

  test('keeps a file that was made just now', () => {
    appendLine(path(), intended('a@example.com'))
    close()
    clearJournals(folder, Date.now())
    expect(readJournal(folder).files).toEqual([path()])
  })
})
