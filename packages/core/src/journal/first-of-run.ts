import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { identityOf } from './process-identity.ts'

const dayMs = 86_400_000

/**
 * Whether this is the first process of a run to ask for `what`. The run is named by its runner's process: by the
 * start of it too, since the system gives its number to others later. Marks stand in a folder of the user's among the
 * temporary files, and those older than a day are cleared away.
 */
export function isFirstOfRun(runnerPid: number, what: string): boolean {
  const folder = join(tmpdir(), `soracom-fixtures-${userInfo().username}`)
  const { pid, started } = identityOf(runnerPid)
  const mark = join(folder, [pid, started, what].join('-'))
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    clearOld(folder)
    writeFileSync(mark, '', { flag: 'wx' })
    return true
  } catch (error) {
    // Somebody was first; where no mark can be written at all, saying a thing twice is better than never.
    return (error as NodeJS.ErrnoException).code !== 'EEXIST'
  }
}

function clearOld(folder: string): void {
  for (const name of readdirSync(folder)) {
    const { mtimeMs } = statSync(join(folder, name), { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() }
    if (Date.now() - mtimeMs > dayMs) rmSync(join(folder, name), { force: true })
  }
}
