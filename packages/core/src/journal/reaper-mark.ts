import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, type ProcessIdentity, thisProcess } from './process-identity.ts'

/** The reaper of a run that is alive; nothing where there is none. */
export function readReaper(folder: string, run: string): ProcessIdentity | undefined {
  const reaper = readJson(markPath(folder, run)) as ProcessIdentity | undefined
  return reaper && isAlive(reaper) ? reaper : undefined
}

/** Notes which process is the reaper of a run. */
export function writeReaper(folder: string, run: string, reaper: ProcessIdentity): void {
  writeWhole(markPath(folder, run), reaper)
}

/** Takes the note back, where it is this process's. */
export function removeReaper(folder: string, run: string): void {
  const reaper = readJson(markPath(folder, run)) as ProcessIdentity | undefined
  if (reaper?.pid === thisProcess().pid) rmSync(markPath(folder, run), { force: true })
}

/** Where processes of a run decide among them who starts its reaper. */
export function reaperLockPath(folder: string, run: string): string {
  return join(folder, `${run}.reaper.lock`)
}

/** What a reaper did; the next run tells it. */
export interface ReaperReport {
  readonly run: string
  readonly at: string
  /** Operators and files, such as `OP0012345678 of test/a.test.ts`. */
  readonly deleted: readonly string[]
  readonly failed: readonly { readonly what: string; readonly reason: string }[]
}

/** Leaves a report beside the journal. */
export function writeReaperReport(folder: string, report: ReaperReport): void {
  writeWhole(join(folder, `${report.run}.reaped.json`), report)
}

/** The reports that nobody has told yet; they are told once. */
export function takeReaperReports(folder: string): ReaperReport[] {
  return namesIn(folder)
    .filter((name) => name.endsWith('.reaped.json'))
    .flatMap((name) => {
      const report = readJson(join(folder, name)) as ReaperReport | undefined
      rmSync(join(folder, name), { force: true })
      return report ?? []
    })
}

function markPath(folder: string, run: string): string {
  return join(folder, `${run}.reaper.json`)
}

function writeWhole(path: string, value: object): void {
  const beside = `${path}.${thisProcess().pid}`
  writeFileSync(beside, JSON.stringify(value), { mode: 0o600 })
  renameSync(beside, path)
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    // Gone, or of a machine that went down while it was written.
    return undefined
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
