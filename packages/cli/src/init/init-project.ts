import process from 'node:process'
import type { Agent } from 'package-manager-detector'
import { CommandError } from '../errors/command-error.ts'
import { ask, canAsk } from '../io/ask.ts'
import { print, printAside } from '../io/output.ts'
import { runChild } from '../io/run-child.ts'
import type { Change, Setup } from './change.ts'
import { assertRunner, refuseToChoose, runnersOf } from './choose-runner.ts'
import { packageManagerCommand } from './package-manager-command.ts'
import { planSetup } from './plan-setup.ts'
import type { Project, Runner } from './project.ts'
import { readProject } from './read-project.ts'
import { listChanges, showChanges } from './show-changes.ts'
import { writeChanges } from './write-changes.ts'

/** How a project is set up. */
export interface InitOptions {
  readonly runner: Runner | undefined
  readonly yes: boolean
  readonly dryRun: boolean
  readonly skipInstall: boolean
  readonly skipPipeline: boolean
  /** Version of soracom-fixtures that is added. */
  readonly version: string
}

/**
 * Sets a project up: shows what changes, asks, writes it, and installs what was added. Gives the exit code.
 *
 * @throws {CommandError} for a project that cannot be set up as it is, before anything is written.
 */
export async function initProject(cwd: string, options: InitOptions): Promise<number> {
  const project = await readProject(cwd)
  const runner = options.runner ?? (await chooseRunner(project))
  assertRunner(runner, project)
  const { version, skipPipeline } = options
  const setup = planSetup(project, { runner, version, skipPipeline, node: process.versions.node })
  show(setup)
  if (setup.changes.length === 0 || options.dryRun) return 0
  await agree(options.yes)
  await writeChanges(cwd, setup.changes)
  print(`\nWritten:\n${listChanges(setup.changes)}`)
  const exitCode = options.skipInstall ? 0 : await install(project, setup.changes)
  if (exitCode === 0) print(`\nThe first run needs no credentials: ${toLine(project, 'run', ['test'])}`)
  return exitCode
}

async function chooseRunner(project: Project): Promise<Runner> {
  const [found, ...others] = runnersOf(project)
  if (found && others.length === 0) return found
  if (!canAsk()) refuseToChoose(project)
  const answer = await ask('Which runner gets the first test, vitest or jest? ')
  return answer === 'vitest' || answer === 'jest' ? answer : refuseToChoose(project)
}

function show({ changes, notes }: Setup): void {
  if (changes.length === 0) print('Everything is there already: nothing is changed.')
  else print(showChanges(changes))
  for (const note of notes) printAside(`\nsoracom-fixtures: ${note}`)
}

// Where nobody can be asked, nothing is written.
async function agree(yes: boolean): Promise<void> {
  if (yes) return
  const answer = canAsk() ? await ask('\nWrite this? [y/N] ') : ''
  if (/^y(es)?$/i.test(answer)) return
  throw new CommandError('nothing was written. Add --yes to write it without being asked.')
}

// In a pipeline these refuse to write a lock file unless they are told to.
const lettingLockfileChange: { readonly [manager in Agent]?: readonly string[] } = {
  pnpm: ['--no-frozen-lockfile'],
  'pnpm@6': ['--no-frozen-lockfile'],
  'yarn@berry': ['--no-immutable'],
}

// Only what was added to package.json asks for an installation.
async function install(project: Project, changes: readonly Change[]): Promise<number> {
  if (!changes.some(({ path, after }) => path === 'package.json' && addsDependency(project, after))) return 0
  const { packageManager } = project
  const [file = 'npm', ...args] = packageManagerCommand(
    packageManager,
    'install',
    lettingLockfileChange[packageManager],
  )
  const exitCode = await runChild(file, args, {})
  if (exitCode === 0) return 0
  throw new CommandError(
    `${[file, ...args].join(' ')} ended with exit code ${exitCode}. The files are written; mend it and install again.`,
  )
}

function addsDependency({ manifest }: Project, after: string): boolean {
  const { devDependencies } = JSON.parse(after) as Project['manifest']
  return JSON.stringify(devDependencies) !== JSON.stringify(manifest.devDependencies)
}

function toLine({ packageManager }: Project, wanted: 'run', args: readonly string[]): string {
  return packageManagerCommand(packageManager, wanted, args).join(' ')
}
