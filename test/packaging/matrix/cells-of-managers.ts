import type { Cell, Installation, PackageManager } from './cell.ts'
import { plainFilesOfJest, startsJest } from './cells-of-jest.ts'
import { bothFilesPass, filesOfVitest, startsVitest } from './cells-of-vitest.ts'
import { nodeVersions, whyNotNode } from './node-of-cell.ts'

const managers: readonly PackageManager[] = ['npm', 'pnpm', 'Yarn 1', 'Yarn 4', "Yarn 4, Plug'n'Play"]

const installationOf = (manager: PackageManager): Installation => ({
  manager,
  ours: ['@soracom-fixtures/vitest', '@soracom-fixtures/jest', 'soracom-fixtures'],
  besides: { vitest: '4.1.12', jest: '30.5.2' },
})

const plansAFile: Pick<Cell, 'files' | 'command' | 'outcome'> = {
  files: filesOfVitest(),
  command: {
    program: 'soracom-fixtures/dist/main.mjs',
    bin: 'soracom-fixtures',
    args: ['plan', 'meter.test.ts'],
  },
  outcome: { kind: 'prints', text: '2 fixtures, 4 calls' },
}

const uses: Readonly<Record<string, Pick<Cell, 'files' | 'command' | 'outcome'>>> = {
  'Vitest 4.1': { files: filesOfVitest(), command: startsVitest, outcome: bothFilesPass },
  'Jest 30': { files: plainFilesOfJest, command: startsJest, outcome: bothFilesPass },
  'command line': plansAFile,
}

const installations = new Map(managers.map((manager) => [manager, installationOf(manager)]))

/** Each way to lay packages out in a project. */
export const cellsOfManagers: readonly Cell[] = [...installations].flatMap(([manager, installation]) =>
  Object.entries(uses).map(
    ([column, use]): Cell => ({
      table: 'Package managers',
      row: manager,
      column,
      installation,
      ...use,
      short: manager === 'pnpm' && column !== 'Vitest 4.1',
    }),
  ),
)

/** The command line on each version of Node. */
export const cellsOfCommandLineOnNode: readonly Cell[] = nodeVersions.map((node) => ({
  table: 'Node',
  row: `Node ${node}`,
  column: 'command line',
  installation: installations.get('npm') as Installation,
  node,
  ...plansAFile,
  cannot: whyNotNode(node),
}))
