import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CommandError } from '../errors/command-error.ts'
import type { Change } from './change.ts'

/**
 * Writes what was shown.
 *
 * @throws {CommandError} where a file is no longer what it was when it was shown; then nothing is written.
 */
export async function writeChanges(cwd: string, changes: readonly Change[]): Promise<void> {
  for (const { path, before } of changes) {
    if ((await readIfThere(join(cwd, path))) === before) continue
    throw new CommandError(`${path} has changed since it was read, so nothing was written. Run init again.`)
  }
  for (const { path, after } of changes) {
    await mkdir(dirname(join(cwd, path)), { recursive: true })
    await writeFile(join(cwd, path), after)
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
