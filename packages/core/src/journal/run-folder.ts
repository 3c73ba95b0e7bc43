import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { nodeCrypto } from '../kit/node-crypto.ts'
import { identityOf, isAlive } from './process-identity.ts'
import { runnerPid } from './runner-process.ts'

/** Where a global setup tells the processes of its run where their files stand. */
export const runFolderVariable = 'SORACOM_FIXTURES_RUN'
/** Where it tells them the key that these files are sealed with; made anew for each run. */
export const runKeyVariable = 'SORACOM_FIXTURES_RUN_KEY'

/** Where it tells them that the run is one of a watch. */
export const watchVariable = 'SORACOM_FIXTURES_WATCH'

/** Where the processes of one run keep what they share. */
export interface RunFolder {
  readonly path: string
  /** What files are sealed with. */
  readonly key: Uint8Array
  /** Whether a global setup keeps it, and clears it away at the end of the run. */
  readonly kept: boolean
}

/** Makes the folder of a run that begins, and tells the processes that it starts. */
export function beginRunFolder(cwd: string, watch: boolean): RunFolder & { end(): void } {
  const path = join(stateFolder(cwd), `run-${process.pid}-${nodeCrypto().randomBytes(4).toString('hex')}`)
  const key = nodeCrypto().randomBytes(32)
  mkdirSync(path, { mode: 0o700 })
  process.env[runFolderVariable] = path
  process.env[runKeyVariable] = key.toString('base64url')
  if (watch) process.env[watchVariable] = 'yes'
  return {
    path,
    key,
    kept: true,
    end() {
      delete process.env[runFolderVariable]
      delete process.env[runKeyVariable]
      delete process.env[watchVariable]
      rmSync(path, { recursive: true, force: true })
    },
  }
}

/** Whether this process belongs to a run that a global setup began. */
export function isOfGlobalSetup(): boolean {
  return runFolderOfSetup() !== undefined
}

/** Whether this process is one of a watch, whose global setup lasts from run to run. */
export function isWatching(): boolean {
  return process.env[watchVariable] !== undefined
}

/** The folder of the run that this process belongs to, as its global setup told it; nothing where there was none. */
export function runFolderOfSetup(): RunFolder | undefined {
  const { [runFolderVariable]: path, [runKeyVariable]: key } = process.env
  if (!path || !key || !existsSync(path)) return undefined
  return { path, key: Buffer.from(key, 'base64url'), kept: true }
}

/**
 * The folder of the run that this process belongs to, where no global setup made one: named by the runner's process, and
 * sealed by the auth key that its processes have in common.
 */
export function runFolderOfRunner(cwd: string, authKey: string): RunFolder {
  const { pid, started } = identityOf(runnerPid())
  const folder = stateFolder(cwd)
  const path = join(folder, `runner-${pid}-${started}`)
  if (!existsSync(path)) {
    clearDeadRunners(folder)
    mkdirSync(path, { recursive: true, mode: 0o700 })
  }
  return {
    path,
    key: nodeCrypto().createHmac('sha256', authKey).update(`soracom-fixtures run ${path}`).digest(),
    kept: false,
  }
}

// What runners left that are gone. Folders with more than the pace of calls in them may tell of sets that are left.
function clearDeadRunners(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, pid, started = ''] = /^runner-(\d+)-(\d*)$/.exec(name) ?? []
    if (pid === undefined || isAlive({ pid: Number(pid), started })) continue
    const path = join(folder, name)
    if (readdirSync(path).every((file) => file.startsWith('pace'))) rmSync(path, { recursive: true, force: true })
  }
}

/** A file's name in a run's folder, for a thing with a long name. */
export function fileNameOf(name: string): string {
  return nodeCrypto().createHash('sha256').update(name).digest('hex').slice(0, 16)
}

/** The folder's name, in a project. */
export const stateFolderName = '.soracom-fixtures'

/** Where a project keeps what fixtures write down. Ignores itself in git. */
export function stateFolder(cwd: string): string {
  const folder = join(cwd, stateFolderName)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (!existsSync(join(folder, '.gitignore'))) writeFileSync(join(folder, '.gitignore'), '*\n')
  return folder
}
