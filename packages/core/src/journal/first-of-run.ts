import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { identityOf, type ProcessIdentity } from './process-identity.ts'

const dayMs = 86_400_000

/**
 * Whether this is the first process of a run to ask for `what`. The run is named by its runner's process: by the
 * start of it too, since the system gives its number to others later. Marks stand in a folder of the user's among the
 * temporary files, and those older than a day are cleared away.
 */
export function isFirstOfRun(runnerPid: number, what: string): boolean {
  const mark = markOfRun(identityOf(runnerPid), what)
  try {
    openMarks()
    writeFileSync(mark, '', { flag: 'wx' })
    return true
  } catch (error) {
    // Somebody was first; where no mark can be written at all, saying a thing twice is better than never.
    return (error as NodeJS.ErrnoException).code !== 'EEXIST'
  }
}

/** The path of a run's mark, in a folder of the user's among the temporary files. */
export function markOfRun({ pid, started }: ProcessIdentity, what: string): string {
  return join(folder(), [pid, started, what].join('-'))
}

/** Makes the folder of marks where it is not there, and clears away those of days before. */
export function openMarks(): void {
  mkdirSync(folder(), { recursive: true, mode: 0o700 })
  clearOld(folder())
}

function folder(): string {
  return join(tmpdir(), `soracom-fixtures-${userInfo().username}`)
}

function clearOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const { mtimeMs } = statSync(join(folder, name), { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() }
    if (Date.now() - mtimeMs > dayMs) rmSync(join(folder, name), { force: true })
  }
}
