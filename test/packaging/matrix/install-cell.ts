import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import ofWorkspace from '../../../package.json' with { type: 'json' }
import { cleanEnvironment, type ProjectFiles } from '../../support/inline-project.ts'
import type { PackedPackage } from '../pack-packages.ts'
import type { Installation, PackageManager } from './cell.ts'

const run = promisify(execFile)
const pnpm = join(import.meta.dirname, '../../../node_modules/pnpm/bin/pnpm.cjs')

/** An installed project. */
export interface InstalledProject {
  readonly folder: string
  /** Writes the files of a cell into a folder of its own below, and gives that. */
  write(files: ProjectFiles): Promise<string>
  /** Where a program of a package lies; a name to start it by where packages have no folders. */
  readonly startsBy: 'path' | readonly string[]
  /** Runs a line of a shell in the project's folder, as somebody types it who has this package manager. */
  call(line: string): Promise<CalledLine>
  remove(): Promise<void>
}

/** What a line of a shell came to. */
export interface CalledLine {
  readonly exitCode: number
  readonly text: string
}

/** Installs packed packages, and what users have beside them, into a new project outside of the workspace. */
export async function installCell(
  installation: Installation,
  packages: readonly PackedPackage[],
): Promise<InstalledProject> {
  const { manager = 'npm' } = installation
  const folder = await mkdtemp(join(tmpdir(), 'soracom-fixtures-matrix-'))
  const files = { 'package.json': JSON.stringify(toManifest(installation, packages)), ...(await settingsOf(manager)) }
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text)
  const [command = '', ...args] = installers[manager]
  const options = { cwd: folder, env: { ...cleanEnvironment(), ...withoutWorkspace }, maxBuffer: 1 << 26 }
  await run(command, args, options).catch(async ({ stdout, stderr }: { stdout: string; stderr: string }) => {
    await rm(folder, { recursive: true, force: true })
    throw new Error(`${manager} could not install the packages:\n${stdout}${stderr}`)
  })
  let cells = 0
  return {
    folder,
    async write(files) {
      cells += 1
      const own = join(folder, `cell-${cells}`)
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(own, path)), { recursive: true })
        await writeFile(join(own, path), text)
      }
      return own
    },
    startsBy: manager === "Yarn 4, Plug'n'Play" ? [...yarn4, 'run'] : 'path',
    async call(line) {
      const [shell = '', ...before] = shells[manager]
      const { stdout, stderr, code = 0 } = await run(shell, [...before, line], options).catch((error) => error)
      return { exitCode: code, text: stdout + stderr }
    },
    // A reaper may still be writing there what it did.
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }),
  }
}

const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline']
const yarn4 = ['npx', '--yes', '--package=@yarnpkg/cli-dist@4.18.1', 'yarn']

// No scripts: what users install must do without, and the tools beside it do.
const installers: Readonly<Record<PackageManager, readonly string[]>> = {
  npm: ['npm', 'install', '--ignore-scripts', ...quiet],
  pnpm: [process.execPath, pnpm, 'install', '--ignore-scripts', '--prefer-offline', '--reporter=append-only'],
  'Yarn 1': ['npx', '--yes', 'yarn@1.22.22', 'install', '--ignore-scripts', '--non-interactive', '--no-progress'],
  'Yarn 4': [...yarn4, 'install', '--mode=skip-build'],
  "Yarn 4, Plug'n'Play": [...yarn4, 'install', '--mode=skip-build'],
}

// Where the program of the manager is found, also by what `init` starts.
const withPackage = (name: string) => ['npx', '--yes', `--package=${name}`, '--call']
const shells: Readonly<Record<PackageManager, readonly string[]>> = {
  npm: ['sh', '-c'],
  pnpm: withPackage(ofWorkspace.packageManager),
  'Yarn 1': withPackage('yarn@1.22.22'),
  'Yarn 4': withPackage('@yarnpkg/cli-dist@4.18.1'),
  "Yarn 4, Plug'n'Play": withPackage('@yarnpkg/cli-dist@4.18.1'),
}

// As `pnpm init` and `yarn init` write it.
const packageManagers: Partial<Readonly<Record<PackageManager, string>>> = {
  pnpm: ofWorkspace.packageManager,
  'Yarn 4': 'yarn@4.18.1',
  "Yarn 4, Plug'n'Play": 'yarn@4.18.1',
}

// The packages that ours need are those of the workspace too, which no registry has.
function toManifest({ manager = 'npm', ours, besides }: Installation, packages: readonly PackedPackage[]): object {
  const tarballs = Object.fromEntries(packages.map(({ manifest, tarball }) => [manifest.name, `file:${tarball}`]))
  const dependencies = { ...Object.fromEntries(ours.map((name) => [name, tarballs[name]])), ...besides }
  // No other package needs this one, and Yarn 1 loses its program where it is named twice.
  const { 'soracom-fixtures': _, ...needed } = tarballs
  const overrides = { overrides: needed }
  const ofManager =
    manager === 'pnpm' ? { pnpm: overrides } : manager.startsWith('Yarn') ? { resolutions: needed } : overrides
  const packageManager = packageManagers[manager]
  return { name: 'cell', version: '1.0.0', private: true, packageManager, dependencies, ...ofManager }
}

// Yarn 4 reads no settings of npm's.
async function settingsOf(manager: PackageManager): Promise<ProjectFiles> {
  if (!manager.startsWith('Yarn 4')) return {}
  const { stdout } = await run('npm', ['config', 'get', 'registry'])
  const settings = {
    nodeLinker: manager === 'Yarn 4' ? 'node-modules' : 'pnp',
    npmRegistryServer: stdout.trim(),
    enableTelemetry: false,
    enableGlobalCache: true,
    enableImmutableInstalls: false,
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name}: ${JSON.stringify(value)}\n`)
  return { '.yarnrc.yml': lines.join(''), 'yarn.lock': '' }
}

// npm and pnpm tell the scripts that they run of the workspace; a project outside knows nothing of it.
const withoutWorkspace = Object.fromEntries(
  Object.keys(process.env)
    .filter((name) => /^(npm_(package|lifecycle|command|execpath|config_local_prefix)|INIT_CWD$|NODE_PATH$)/.test(name))
    .map((name) => [name, undefined]),
)
