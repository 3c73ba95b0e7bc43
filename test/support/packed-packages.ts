import { createHash, randomUUID } from 'node:crypto'
import { cp, mkdir, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '../..')

// Outside `node_modules`, since runners watch and transform nothing inside it.
const cache = join(root, '.cache/packed-packages')

/** The packages that a project installs from the registry, by folder. */
const packages = ['api', 'client', 'core', 'emulator', 'vitest', 'jest', 'cli']

/** The versions of Vitest that projects can be run with. */
export const vitestVersions = { '3.2': 'vitest-3', '4.1': 'vitest-4', '5.1': 'vitest-5' } as const

/** A version of Vitest, as it is called here. */
export type VitestVersion = keyof typeof vitestVersions

/**
 * Gives a folder in whose `node_modules` one version of Vitest stands beside copies of the built packages, as published.
 * Copies and not links: a linked package would load the Vitest of this workspace, and not that of the project. Made once
 * for each build of the packages.
 */
export async function packedPackages(version: VitestVersion): Promise<string> {
  const stamp = await stampOfBuild()
  const folder = join(cache, `${stamp}-vitest-${version}`)
  if (await exists(folder)) return folder
  const making = join(cache, randomUUID())
  for (const name of packages) await pack(name, join(making, 'node_modules'))
  const vitest = join(root, 'test/runners/node_modules', vitestVersions[version])
  await symlink(vitest, join(making, 'node_modules/vitest'))
  await rename(making, folder).catch(async (error: NodeJS.ErrnoException) => {
    // Another process was first, and made the same.
    await rm(making, { recursive: true })
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
  await removeOlder(stamp)
  return folder
}

// What the projects have installed beside the packages, as their users do who need it.
const peers = ['unstorage']

interface Manifest {
  readonly name: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly publishConfig?: { readonly exports?: object }
}

// What `pnpm pack` puts into the archive, and what an installation puts beside it.
async function pack(folder: string, nodeModules: string): Promise<void> {
  const from = join(root, 'packages', folder)
  const { publishConfig, ...manifest } = JSON.parse(await readFile(join(from, 'package.json'), 'utf8')) as Manifest
  const to = join(nodeModules, manifest.name)
  await cp(join(from, 'dist'), join(to, 'dist'), { recursive: true })
  await writeFile(join(to, 'package.json'), JSON.stringify({ ...manifest, exports: publishConfig?.exports }))
  const { dependencies = {}, peerDependencies = {} } = manifest
  const installed = [
    ...Object.keys(dependencies),
    ...Object.keys(peerDependencies).filter((name) => peers.includes(name)),
  ]
  for (const dependency of installed) {
    if (dependency.startsWith('@soracom-fixtures/')) continue
    const link = join(to, 'node_modules', dependency)
    await mkdir(dirname(link), { recursive: true })
    await symlink(join(from, 'node_modules', dependency), link)
  }
}

async function stampOfBuild(): Promise<string> {
  const digest = createHash('sha256')
  for (const name of packages) {
    const folder = join(root, 'packages', name)
    const files = (await readdir(join(folder, 'dist'))).map((file) => `dist/${file}`)
    for (const file of ['package.json', ...files.sort()]) {
      const { mtimeMs, size } = await stat(join(folder, file))
      digest.update(`${name}/${file} ${mtimeMs} ${size}\n`)
    }
  }
  return digest.digest('hex').slice(0, 16)
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  )
}

const dayMs = 86_400_000

// Of other builds; another process may still run a project on one that was made a moment ago.
async function removeOlder(stamp: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (name.startsWith(stamp)) continue
    const path = join(cache, name)
    const { mtimeMs } = await stat(path)
    if (Date.now() - mtimeMs > dayMs) await rm(path, { recursive: true, force: true })
  }
}
