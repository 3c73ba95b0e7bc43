// A small project that uses the built packages, as a user's would, and processes of Node in it.
import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'

export const root = join(import.meta.dirname, '../../..')

/**
 * Writes a project: what is installed, by name, and files, by path. Outside `node_modules`: what is below it Vitest leaves to
 * Node as it is, which it does with no user's tests, and Jest looks for none there.
 */
export async function createProject(installed, files) {
  const folder = join(root, '.cache/bench-projects', randomUUID())
  for (const [name, target] of Object.entries(installed)) await install(folder, name, join(root, target))
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  return {
    /** Runs Node in it and gives what was printed; throws, with that, where it fails. */
    runNode: (args, env = {}) => runNode(folder, args, env),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

// A package of this repository is copied, as npm would: one that is linked Vite would take for the user's own code.
async function install(folder, name, target) {
  const place = join(folder, 'node_modules', name)
  if (existsSync(place)) return
  await mkdir(dirname(place), { recursive: true })
  if (!target.startsWith(join(root, 'packages/'))) return await symlink(await realpath(target), place)
  const manifest = JSON.parse(await readFile(join(target, 'package.json'), 'utf8'))
  for (const file of ['package.json', 'bin.mjs', 'dist']) {
    if (existsSync(join(target, file))) await cp(join(target, file), join(place, file), { recursive: true })
  }
  for (const dependency of Object.keys(manifest.dependencies ?? {})) {
    await install(folder, dependency, await realpath(join(target, 'node_modules', dependency)))
  }
}

async function runNode(folder, args, env) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(SORACOM_|VITEST|NODE_ENV$|TEST$)/.test(name))
  const child = spawn(process.execPath, args, {
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
  if (code !== 0) throw new Error(`${args.join(' ')} ended with exit code ${code}\n${printed}`)
  return printed
}
