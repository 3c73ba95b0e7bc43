import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { packedPackages, type VitestVersion } from './packed-packages.ts'
import type { RunOptions, RunOutcome } from './run-runner.ts'
import { runVitest, type VitestRunOptions } from './run-vitest.ts'
import { type StartedRun, startVitest } from './start-vitest.ts'

export { cleanEnvironment, type RunOptions, type RunOutcome, type TestOutcome } from './run-runner.ts'

/** The files of a small project, by path. */
export type ProjectFiles = Readonly<Record<string, string>>

/** What a project is made with. */
export interface InlineProjectOptions {
  /** 4.1 unless told, which is this workspace's own. */
  readonly vitest?: VitestVersion
}

/** A small project on the disk that uses the built packages, as a user's would. */
export interface InlineProject {
  readonly folder: string
  /** Writes a file, whether it is there or not. */
  write(path: string, text: string): Promise<void>
  /** Reads a file that the tests have written; nothing where there is none. */
  read(path: string): Promise<string | undefined>
  runVitest(options?: VitestRunOptions): Promise<RunOutcome>
  /** Starts Vitest in a process group of its own, for runs that do not come to their end. */
  startVitest(options?: RunOptions): StartedRun
  remove(): Promise<void>
}

/** Writes a small project that has the built packages and Vitest installed, as a user's has. */
export async function createInlineProject(
  files: ProjectFiles,
  { vitest = '4.1' }: InlineProjectOptions = {},
): Promise<InlineProject> {
  const installed = await packedPackages(vitest)
  const folder = join(installed, 'projects', randomUUID())
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  // A configuration of its own, so that Vitest does not take the one of this workspace above it.
  const all = { 'package.json': '{ "type": "module" }', 'vitest.config.js': 'export default {}', ...files }
  for (const [path, text] of Object.entries(all)) await write(path, text)
  await symlink(join(installed, 'node_modules'), join(folder, 'node_modules'))
  return {
    folder,
    write,
    read: (path) => readText(join(folder, path)),
    runVitest: (options) => runVitest(installed, folder, options),
    startVitest: (options) => startVitest(installed, folder, options),
    // A reaper may still be writing there what it did.
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  }
}

/** Reads a file; nothing where there is none. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
