import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { cleanEnvironment } from '../support/inline-project.ts'
import type { PackedPackage } from './pack-packages.ts'

const run = promisify(execFile)

/** What a command came to. */
export interface CommandOutcome {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/** A project outside the workspace that has the tarballs installed with plain npm. */
export interface Consumer {
  readonly folder: string
  write(path: string, text: string): Promise<void>
  /** Runs a program of the project's own, or of the machine. */
  run(command: string, args: readonly string[]): Promise<CommandOutcome>
  remove(): Promise<void>
}

/** What a project is made with. */
export interface ConsumerOptions {
  /** What it has beside our packages. */
  readonly besides?: readonly string[]
  readonly type?: 'module' | 'commonjs'
}

const besidesOfVitest = ['vitest@4.1.12', 'typescript@5.9.3', '@types/node@20.19.0']

/**
 * Installs the tarballs, and what else is named, into a new project, with plain npm and the registry that this machine is
 * set to. Gives the reason instead where no registry can be reached.
 */
export async function installConsumer(
  packages: readonly PackedPackage[],
  { besides = besidesOfVitest, type = 'module' }: ConsumerOptions = {},
): Promise<Consumer | { readonly reason: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'soracom-fixtures-consumer-'))
  const consumer = toConsumer(folder)
  await consumer.write('package.json', JSON.stringify({ name: 'consumer', private: true, type }))
  const reason = await whyNoRegistry(consumer, besides[0] ?? '')
  if (reason) {
    await consumer.remove()
    return { reason }
  }
  const install = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', ...patience]
  const { exitCode, stderr } = await consumer.run('npm', [
    ...install,
    ...packages.map(({ tarball }) => tarball),
    ...besides,
  ])
  if (exitCode === 0) return consumer
  await consumer.remove()
  throw new Error(`npm could not install the tarballs:\n${stderr}`)
}

const patience = ['--prefer-offline', '--fetch-retries=1', '--fetch-retry-mintimeout=1000']

// Asks for one package, since an install that reaches nothing complains of something else.
async function whyNoRegistry(consumer: Consumer, one: string): Promise<string | undefined> {
  const { exitCode, stderr } = await consumer.run('npm', ['view', one, 'version', ...patience])
  const [, code] =
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED)\b/.exec(stderr) ?? []
  return exitCode === 0 || !code ? undefined : `no registry can be reached (${code})`
}

function toConsumer(folder: string): Consumer {
  return {
    folder,
    async write(path, text) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), text)
    },
    async run(command, args) {
      const options = { cwd: folder, env: withoutWorkspace(), shell: process.platform === 'win32' }
      const { stdout, stderr, code = 0 } = await run(command, [...args], options).catch((error) => error)
      return { exitCode: code, stdout, stderr }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

// npm and pnpm tell the scripts that they run of the workspace; a consumer knows nothing of it.
function withoutWorkspace(): NodeJS.ProcessEnv {
  const entries = Object.entries(cleanEnvironment()).filter(
    ([name]) => !/^(npm_(package|lifecycle|command|execpath|config_local_prefix)|INIT_CWD$|NODE_PATH$)/.test(name),
  )
  return Object.fromEntries(entries)
}
