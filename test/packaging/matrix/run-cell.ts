import { join } from 'node:path'
import { startEmulator } from '@soracom-fixtures/emulator'
import { runRunner } from '../../support/run-runner.ts'
import type { Cell } from './cell.ts'
import { initProject } from './init-project.ts'
import type { InstalledProject } from './install-cell.ts'
import { nodeOfCell } from './node-of-cell.ts'

/** What is wrong with a cell, and everything that was printed; nothing where all is well. */
export interface CellFailure {
  readonly reason: string
  readonly text: string
}

/** Runs the command of a cell on an emulator of its own, and looks at what it came to. */
export async function runCell(cell: Cell, project: InstalledProject): Promise<CellFailure | undefined> {
  const { outcome } = cell
  if (outcome.kind === 'sets up') return await initProject(cell, project)
  await using emulator = await startEmulator()
  const folder = await project.write(cell.files)
  const line = await toLine(cell, project)
  const report = join(folder, 'report.json')
  const run = await runRunner({ line, folder, report }, { env: { SORACOM_FIXTURES_TARGET: emulator.endpoint } })
  const { operatorsMade, operatorsLeft } = emulator.counts()
  const reason = whyNot(outcome, { ...run, operatorsMade })
  if (reason !== undefined) return { reason, text: run.text }
  return operatorsLeft === 0 ? undefined : { reason: `${operatorsLeft} operators are left`, text: run.text }
}

async function toLine({ node, command }: Cell, { folder, startsBy }: InstalledProject): Promise<string[]> {
  const { nodeArgs = [], program, bin, args } = command
  if (startsBy !== 'path') return [...startsBy, bin, ...args]
  return [await nodeOfCell(node), ...nodeArgs, join(folder, 'node_modules', program), ...args]
}

interface Came {
  readonly exitCode: number | null
  readonly text: string
  readonly tests: readonly { readonly status: string }[]
  readonly operatorsMade: number
}

type OfOneCommand = Exclude<Cell['outcome'], { readonly kind: 'sets up' }>

function whyNot(outcome: OfOneCommand, { exitCode, text, tests, operatorsMade }: Came): string | undefined {
  if (outcome.kind === 'refuses') {
    if (exitCode === 0) return 'it does not refuse'
    return text.includes(outcome.text) ? undefined : `it does not tell: ${outcome.text}`
  }
  if (exitCode !== 0) return `its exit code is ${exitCode}`
  if (outcome.kind === 'prints') return text.includes(outcome.text) ? undefined : `it does not print: ${outcome.text}`
  const passed = tests.filter(({ status }) => status === 'passed').length
  if (passed === 0 || passed < tests.length) return `${passed} of ${tests.length} tests have passed`
  return operatorsMade === outcome.files ? undefined : `${operatorsMade} operators were made by ${outcome.files} files`
}
