import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Closing, IntendedLine, JournalLine } from './journal-line.ts'

/** What a journal tells of one operator. */
export interface JournalEntry extends Omit<IntendedLine, 'type' | 'at'> {
  readonly intendedAt: string
  /** Nothing where nobody knows whether it was made. */
  readonly operatorId: string | undefined
  /** Nothing where it may still be there. */
  readonly closed: Closing | undefined
  /** Why it could not be deleted the last time. */
  readonly failure: string | undefined
  /** The file that tells of it; empty where only a store does. */
  readonly path: string
  /** Whether the store of a fleet tells of it. */
  readonly stored?: true
}

/** The journals of a folder. */
export interface Journal {
  readonly entries: readonly JournalEntry[]
  readonly files: readonly string[]
  /** Lines that cannot be read, torn ones among them. */
  readonly unreadableLines: number
}

/** A journal file's name: its run, and its number among the files of the run. */
export const journalFileName: RegExp = /^([a-z0-9-]+)\.(\d+)\.ndjson$/

/** Reads the journals of a folder, of one run or of all. */
export function readJournal(folder: string, run?: string): Journal {
  const files = namesIn(folder)
    .filter((name) => {
      const [, ofRun] = journalFileName.exec(name) ?? []
      return ofRun !== undefined && (run === undefined || ofRun === run)
    })
    .map((name) => join(folder, name))
  const read = files.map((path) => ({ path, ...readFile(path) }))
  const lines = read.flatMap(({ path, lines }) => lines.map((line) => ({ line, path })))
  return {
    entries: toEntries(lines),
    files,
    unreadableLines: read.reduce((sum, { unreadable }) => sum + unreadable, 0),
  }
}

interface LineOfFile {
  readonly line: JournalLine
  readonly path: string
}

// Another process than the one that made an operator may tell of its end, so the files are read as one, by time.
function toEntries(lines: readonly LineOfFile[]): JournalEntry[] {
  const ranks = { intended: 0, made: 1, failed: 2, closed: 3 }
  const inOrder = lines.toSorted(
    ({ line: a }, { line: b }) => a.at.localeCompare(b.at) || ranks[a.type] - ranks[b.type],
  )
  const entries: JournalEntry[] = []
  const newest = new Map<string, number>()
  for (const { line, path } of inOrder) {
    if (line.type === 'intended') {
      const { type: _, at, ...intended } = line
      const fresh = { ...intended, intendedAt: at, operatorId: undefined, closed: undefined, failure: undefined, path }
      newest.set(line.email, entries.push(fresh) - 1)
      continue
    }
    const index = newest.get(line.email)
    const entry = index === undefined ? undefined : entries[index]
    if (index === undefined || !entry) continue
    if (line.type === 'made') entries[index] = { ...entry, operatorId: line.operatorId }
    else if (line.type === 'closed') entries[index] = { ...entry, closed: line.how, failure: undefined }
    else entries[index] = { ...entry, failure: line.reason }
  }
  return entries
}

function readFile(path: string): { lines: JournalLine[]; unreadable: number } {
  const texts = readText(path).split('\n').filter(Boolean)
  const lines = texts.flatMap((text) => toLine(text) ?? [])
  return { lines, unreadable: texts.length - lines.length }
}

// A line that was cut short by a crash is passed over: what it would have told had not happened yet.
function toLine(text: string): JournalLine | undefined {
  try {
    const line = JSON.parse(text) as Partial<JournalLine> | null
    const known = line?.type && ['intended', 'made', 'closed', 'failed'].includes(line.type)
    return known && typeof line.email === 'string' && typeof line.at === 'string' ? (line as JournalLine) : undefined
  } catch {
    return undefined
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
