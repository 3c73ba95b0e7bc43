// A small project that uses the built packages, as a user's would, and runs of Vitest in it.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'

const root = join(import.meta.dirname, '../../..')
const inProject = {
  '@soracom-fixtures/vitest': 'packages/vitest',
  '@soracom-fixtures/core': 'packages/core',
  got: 'node_modules/got',
  vitest: 'node_modules/vitest',
}

/** Writes a project of the files given, by path. */
export async function createVitestProject(files) {
  const folder = join(root, 'node_modules/.cache/bench', randomUUID())
  for (const [name, target] of Object.entries(inProject)) {
    await mkdir(dirname(join(folder, 'node_modules', name)), { recursive: true })
    await symlink(join(root, target), join(folder, 'node_modules', name))
  }
  for (const [path, text] of Object.entries({ 'package.json': '{ "type": "module" }', ...files })) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return {
    folder,
    /** Runs Vitest and gives what it printed; throws where it fails. */
    run: (args, env = {}) => runVitest(folder, args, env),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

async function runVitest(folder, args, env) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(SORACOM_|VITEST|NODE_ENV$|TEST$)/.test(name))
  const child = spawn(process.execPath, [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...args], {
    cwd: folder,
    env: { ...Object.fromEntries(inherited), NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      printed += text
    })
  }
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`Vitest ended with exit code ${code}\n${printed}`)
  return printed
}
