// Runs a command of this workspace and does all the set-up that it needs by itself: installs the pinned pnpm's
// dependencies when the lock file changed, and with `--build` builds the packages when their sources changed.
// Needs nothing but Node and npm. Usage: node scripts/run.mjs [--build] COMMAND [ARGS…]
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'

const root = join(import.meta.dirname, '..')
const args = process.argv.slice(2)
const build = args[0] === '--build'
const [command, ...commandArgs] = build ? args.slice(1) : args

await underLock(async () => {
  await installWhenChanged()
  if (build) await buildWhenChanged()
})
if (command) process.exitCode = await run(command, commandArgs)

async function installWhenChanged() {
  const files = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...packageFiles()]
  const stamp = hash(files)
  const stampFile = join(root, 'node_modules/.bootstrap-stamp')
  if (read(stampFile) === stamp) return
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  console.error(`Installing dependencies with ${packageManager} …`)
  const frozen = existsSync(join(root, 'pnpm-lock.yaml')) ? ['--frozen-lockfile'] : []
  await mustRun('npx', ['--yes', packageManager, 'install', ...frozen, '--prefer-offline', '--reporter=silent'])
  writeFileSync(stampFile, stamp)
}

async function buildWhenChanged() {
  const settings = [
    'package.json',
    'tsdown.config.mjs',
    'tsconfig.base.json',
    'scripts/third-party-notices.mjs',
    'packages/emulator/rate-card.schema.json',
  ]
  const stamp = hash([...settings, ...packageFiles(), ...sources()])
  const stampFile = join(root, 'node_modules/.build-stamp')
  if (read(stampFile) === stamp) return
  console.error('Building the packages …')
  const built = readdirSync(join(root, 'packages')).map((dir) => join('packages', dir, 'dist'))
  for (const dir of [...built, 'node_modules/.cache/bundled']) rmSync(join(root, dir), { recursive: true, force: true })
  await mustRunQuietly('tsdown', ['--config', 'tsdown.config.mjs'])
  await mustRun(process.execPath, ['scripts/third-party-notices.mjs'])
  writeFileSync(stampFile, stamp)
}

// One set-up at a time on one checkout; a lock whose owner is dead is taken over.
async function underLock(work) {
  const lock = join(root, '.bootstrap-lock')
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      const owner = Number(read(join(lock, 'pid')))
      if (owner > 0 && !isAlive(owner)) rmSync(lock, { recursive: true, force: true })
      else await sleep(100)
    }
  }
  try {
    writeFileSync(join(lock, 'pid'), String(process.pid))
    await work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function packageFiles() {
  const files = ['packages', 'examples'].flatMap((top) =>
    readdirSync(join(root, top)).map((dir) => `${top}/${dir}/package.json`),
  )
  const runners = ['test/runners/package.json', 'test/runners-jest/package.json']
  return [...files, ...runners].filter((file) => existsSync(join(root, file)))
}

function sources() {
  return readdirSync(join(root, 'packages')).flatMap((dir) =>
    readdirSync(join(root, 'packages', dir, 'src'), { recursive: true })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
      .map((file) => `packages/${dir}/src/${file}`),
  )
}

function hash(files) {
  const digest = createHash('sha256')
  for (const file of files.sort())
    digest
      .update(file)
      .update('\0')
      .update(read(join(root, file)) ?? '')
      .update('\0')
  return digest.digest('hex')
}

function read(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return undefined
    throw error
  }
}

// Shows what a command printed only where it failed.
async function mustRunQuietly(name, args) {
  let printed = ''
  const code = await run(name, args, (text) => {
    printed += text
  })
  if (code !== 0) throw new Error(`${name} ${args.join(' ')} ended with exit code ${code}\n${printed}`)
}

async function mustRun(name, args) {
  const code = await run(name, args)
  if (code !== 0) throw new Error(`${name} ${args.join(' ')} ended with exit code ${code}`)
}

function run(name, args, onText) {
  const path = [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter)
  const child = spawn(name, args, {
    cwd: root,
    stdio: onText ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, PATH: path },
    shell: process.platform === 'win32',
  })
  for (const stream of onText ? [child.stdout, child.stderr] : []) stream.setEncoding('utf8').on('data', onText)
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)))
  })
}
