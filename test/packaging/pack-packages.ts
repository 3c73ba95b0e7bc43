import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')

/** What `package.json` of a packed package says. */
export interface PackedManifest {
  readonly name: string
  readonly version: string
  readonly type: string
  readonly description: string
  readonly license: string
  readonly repository: { readonly type: string; readonly url: string; readonly directory: string }
  readonly engines: { readonly node: string }
  readonly files: readonly string[]
  readonly sideEffects: false | readonly string[]
  readonly exports: Readonly<Record<string, unknown>>
  readonly bin?: Readonly<Record<string, string>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly peerDependenciesMeta?: Readonly<Record<string, unknown>>
}

/** A package as the registry would get it. */
export interface PackedPackage {
  readonly tarball: string
  readonly packedBytes: number
  readonly unpackedBytes: number
  /** Where its content lies unpacked. */
  readonly folder: string
  readonly files: readonly string[]
  readonly manifest: PackedManifest
}

/** All packages of the workspace, packed. */
export interface PackedWorkspace extends AsyncDisposable {
  readonly packages: readonly PackedPackage[]
}

/** Packs every package of the workspace into a folder of its own, as publishing would. */
export async function packPackages(): Promise<PackedWorkspace> {
  const folder = await mkdtemp(join(tmpdir(), 'soracom-fixtures-packed-'))
  const pnpm = join(root, 'node_modules/pnpm/bin/pnpm.cjs')
  const args = [pnpm, '--recursive', '--filter', './packages/*', 'pack', '--json', '--pack-destination', folder]
  const { stdout } = await run(process.execPath, args, { cwd: root })
  const packed = JSON.parse(stdout) as { filename: string; files: { path: string }[] }[]
  const packages = await Promise.all(packed.map(({ filename, files }) => unpack(filename, files)))
  return {
    packages: packages.sort((a, b) => (a.manifest.name < b.manifest.name ? -1 : 1)),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

async function unpack(tarball: string, files: readonly { readonly path: string }[]): Promise<PackedPackage> {
  const unpacked = tarball.replace(/\.tgz$/, '')
  await mkdir(unpacked)
  await run('tar', ['-xzf', tarball, '-C', unpacked])
  const folder = join(unpacked, 'package')
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as PackedManifest
  const { size: packedBytes } = await stat(tarball)
  const sizes = await Promise.all(files.map(async ({ path }) => (await stat(join(folder, path))).size))
  const unpackedBytes = sizes.reduce((sum, size) => sum + size, 0)
  return { tarball, packedBytes, unpackedBytes, folder, files: files.map(({ path }) => path), manifest }
}
