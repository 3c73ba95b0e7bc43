import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { byHand } from '../support/first-call.mjs'
import { measureInTurn, timed } from '../support/measure.mjs'
import { startEmulatorProcess } from '../support/start-server.mjs'

export const title =
  'From npm init in an empty folder to the first green test, with npm on a warm cache: the packages (packed, as they are ' +
  'published) and the runner are installed, init sets the project up, npm test runs. Peer: got and the runner are ' +
  'installed, and a test that is written already makes the same calls by hand, on an emulator that runs already. The ' +
  'median of 3 rounds counts, after one that warms the cache.'

const rounds = 3
const execute = promisify(execFile)
const root = join(import.meta.dirname, '../../..')

export async function run() {
  const packed = await mkdtemp(join(tmpdir(), 'soracom-bench-packed-'))
  const emulator = await startEmulatorProcess()
  try {
    const tarballs = await pack(packed)
    const [vitest, vitestByHand, jest, jestByHand] = await measureInTurn(
      [
        () => inFolder((folder) => ours(folder, 'vitest', tarballs)),
        () => inFolder((folder) => hand(folder, 'vitest', emulator.endpoint)),
        () => inFolder((folder) => ours(folder, 'jest', tarballs)),
        () => inFolder((folder) => hand(folder, 'jest', emulator.endpoint)),
      ],
      rounds,
    )
    return [toRow('vitest', vitest, vitestByHand), toRow('jest', jest, jestByHand)]
  } finally {
    await emulator.stop()
    await rm(packed, { recursive: true, force: true })
  }
}

function toRow(runner, ours, peer) {
  const note = 'ours / peer; the peer is without a workflow, and writing its test takes no time'
  return { name: `init-first-green/${runner}`, ours, peer, ratio: ours / peer, unit: 'ms', note }
}

async function ours(folder, runner, tarballs) {
  await npm(folder, ['init', '-y'])
  await npm(folder, ['install', '--save-dev', ...quiet, ...tarballs, `${runner}@${versions[runner]}`])
  await npm(folder, ['exec', '--no', '--', 'soracom-fixtures', 'init', '--yes', '--runner', runner])
  await npm(folder, ['test'])
}

// Jest takes got as an ES module alone.
async function hand(folder, runner, endpoint) {
  await npm(folder, ['init', '-y'])
  await npm(folder, ['install', '--save-dev', ...quiet, 'got@14.6.6', `${runner}@${versions[runner]}`])
  const imports = runner === 'vitest' ? "import { afterAll, beforeAll, expect, test } from 'vitest'\n" : ''
  const text = `${imports}import got from 'got'
const imported = { default: got }
${byHand}
test('the operator is there', () => expect(operatorId).toMatch(/^OP/))
`
  await writeFile(join(folder, 'first.test.mjs'), text)
  // Vitest would take one of a folder above.
  await writeFile(join(folder, 'vitest.config.mjs'), 'export default {}')
  const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js']
  const args = runner === 'vitest' ? ['node_modules/vitest/vitest.mjs', 'run'] : jest
  await execute(process.execPath, args, { cwd: folder, env: { ...environment(), SORACOM_FIXTURES_TARGET: endpoint } })
}

const versions = { vitest: '4.1.12', jest: '30.5.2' }
const quiet = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefer-offline', '--loglevel=error']

async function inFolder(work) {
  const folder = await mkdtemp(join(tmpdir(), 'soracom-bench-init-'))
  try {
    return await timed(() => work(folder))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function pack(folder) {
  const pnpm = join(root, 'node_modules/pnpm/bin/pnpm.cjs')
  const args = [pnpm, '--recursive', '--filter', './packages/*', 'pack', '--pack-destination', folder]
  await execute(process.execPath, args, { cwd: root })
  return (await readdir(folder)).map((name) => join(folder, name))
}

async function npm(cwd, args) {
  await execute('npm', args, { cwd, env: environment(), shell: process.platform === 'win32' })
}

// npm tells the scripts that it runs of this workspace, and a new project knows nothing of it.
function environment() {
  const own =
    /^(SORACOM_|VITEST|NODE_ENV$|NODE_PATH$|INIT_CWD$|npm_(package|lifecycle|command|execpath|config_local_prefix))/
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)))
}
