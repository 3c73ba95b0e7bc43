import { CommandError } from '../errors/command-error.ts'
import { dependenciesOf, type Project, type Runner } from './project.ts'

/** The runners that a project shows signs of: that it depends on, configures or calls in a script. */
export function runnersOf(project: Project): Runner[] {
  const scripts = Object.values(project.manifest.scripts ?? {}).join('\n')
  return runners.filter(
    (runner) =>
      runner in dependenciesOf(project) ||
      Object.keys(project.configs).some((name) => name.startsWith(`${runner}.config.`)) ||
      (runner === 'jest' && project.manifest.jest !== undefined) ||
      new RegExp(`\\b${runner}\\b`).test(scripts),
  )
}

/**
 * Why a runner cannot be told from what is there, with what to do.
 *
 * @throws {CommandError} always.
 */
export function refuseToChoose(project: Project): never {
  const found = runnersOf(project)
  const test = project.manifest.scripts?.test
  const other = /\b(mocha|ava|tap|jasmine|karma|node --test|bun test|deno test)\b/.exec(test ?? '')?.[1]
  throw new CommandError(
    found.length > 1
      ? 'the project has both Vitest and Jest. Say which one gets the first test: --runner vitest or --runner jest.'
      : other
        ? `the project tests with ${other}, which fixtures have no adapter for. Say --runner vitest or --runner jest to add one of them, or give your tests an emulator with: npx soracom-fixtures emulator exec -- ${test}`
        : 'neither Vitest nor Jest is in package.json. Say --runner vitest or --runner jest, and it is added.',
  )
}

/**
 * Makes sure that the runner that is installed is one that fixtures run in.
 *
 * @throws {CommandError} for one that is too old.
 */
export function assertRunner(runner: Runner, { installed }: Project): void {
  const version = installed[runner]
  if (version === undefined) return
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor, oldestMinor] = oldest[runner]
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return
  throw new CommandError(
    `${runner} ${version} is installed, and fixtures need ${oldestMajor}.${oldestMinor} or newer. Update it: npm install --save-dev ${runner}@latest`,
  )
}

const runners: readonly Runner[] = ['vitest', 'jest']
const oldest = { vitest: [3, 2], jest: [29, 0] } as const
