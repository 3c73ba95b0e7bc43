import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { Cell, PackageManager } from './cell.ts'
import type { InstalledProject } from './install-cell.ts'
import type { CellFailure } from './run-cell.ts'

/**
 * Sets an empty project up, by the line that a user of its package manager types, and then does what the workflow says
 * that was written: it installs what the lock file says, runs the tests, and sweeps.
 */
export async function initProject(cell: Cell, project: InstalledProject): Promise<CellFailure | undefined> {
  const start = starts[cell.installation.manager ?? 'npm']
  const init = [...start, ...cell.command.args].join(' ')
  let text = ''
  const failing = async (line: string): Promise<CellFailure | undefined> => {
    const called = await project.call(line)
    text += `$ ${line}\n${called.text}\n`
    return called.exitCode === 0 ? undefined : { reason: `${line} ended with exit code ${called.exitCode}`, text }
  }
  for (const next of [() => [init], () => readLines(project.folder), () => [init]]) {
    for (const line of await next()) {
      const failure = await failing(line)
      if (failure) return failure
    }
  }
  const missing = wanted.filter((one) => !text.includes(one))
  return missing.length === 0 ? undefined : { reason: `it does not print: ${missing.join('; ')}`, text }
}

const starts: Readonly<Record<PackageManager, readonly string[]>> = {
  npm: ['npx', 'soracom-fixtures'],
  pnpm: ['pnpm', 'exec', 'soracom-fixtures'],
  'Yarn 1': ['yarn', 'soracom-fixtures'],
  'Yarn 4': ['yarn', 'soracom-fixtures'],
  "Yarn 4, Plug'n'Play": ['yarn', 'soracom-fixtures'],
}

const wanted = [
  'target is the embedded emulator, since no credentials are given',
  'soracom-fixtures: 1 operator made, none is left',
  // The second time.
  'Everything is there already',
]

interface Workflow {
  readonly jobs: { readonly test: { readonly steps: readonly { readonly run?: string }[] } }
}

// Corepack, where the workflow enables it, is not what brings the package manager here.
async function readLines(folder: string): Promise<string[]> {
  const { jobs } = parse(await readFile(join(folder, '.github/workflows/test.yml'), 'utf8')) as Workflow
  const lines = jobs.test.steps.flatMap(({ run = [] }) => run)
  return lines.filter((line) => line !== 'corepack enable')
}
