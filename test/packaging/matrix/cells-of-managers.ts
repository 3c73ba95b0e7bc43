import type { ProjectFiles } from '../../support/inline-project.ts'
import type { Cell, Installation, PackageManager } from './cell.ts'
import { plainFilesOfJest, startsJest } from './cells-of-jest.ts'
import { bothFilesPass, filesOfVitest, startsVitest } from './cells-of-vitest.ts'
import { nodeVersions, whyNotNode } from './node-of-cell.ts'

const managers: readonly PackageManager[] = ['npm', 'pnpm', 'Yarn 1', 'Yarn 4', "Yarn 4, Plug'n'Play"]

const besides = { vitest: '4.1.12', jest: '30.5.2' }
const scoped = ['@soracom-fixtures/vitest', '@soracom-fixtures/jest', 'soracom-fixtures']

type Use = Pick<Cell, 'files' | 'command' | 'outcome'>

const plansAFile: Use = {
  files: filesOfVitest(),
  command: {
    program: 'soracom-fixtures/dist/main.mjs',
    bin: 'soracom-fixtures',
    args: ['plan', 'meter.test.ts'],
  },
  outcome: { kind: 'prints', text: '2 fixtures, 4 calls' },
}

const uses = {
  'Vitest 4.1': { files: filesOfVitest(), command: startsVitest, outcome: bothFilesPass },
  'Jest 30': { files: plainFilesOfJest, command: startsJest, outcome: bothFilesPass },
  'command line': plansAFile,
} satisfies Readonly<Record<string, Use>>

const installationsOf = (ours: readonly string[]): ReadonlyMap<PackageManager, Installation> =>
  new Map(managers.map((manager) => [manager, { manager, ours, besides }]))

const installations = installationsOf(scoped)

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

const usesOfOneName: Readonly<Record<string, Use>> = {
  'soracom-fixtures/vitest': { ...uses['Vitest 4.1'], files: underOneName(filesOfVitest()) },
  'soracom-fixtures/jest': { ...uses['Jest 30'], files: underOneName(plainFilesOfJest) },
}

/** Each of these ways with one package that gives everything. */
export const cellsOfOneName: readonly Cell[] = [...installationsOf(['soracom-fixtures'])].flatMap(
  ([row, installation]) =>
    Object.entries(usesOfOneName).map(([column, use]) => ({
      table: 'Package managers',
      row,
      column,
      installation,
      ...use,
    })),
)

/** Each of these ways with a project that `init` sets up, from an empty one: it adds the runner and installs it. */
export const cellsOfInit: readonly Cell[] = managers.flatMap((manager) =>
  (['vitest', 'jest'] as const).map((runner) => ({
    table: 'Package managers',
    row: manager,
    column: `init for ${runner === 'vitest' ? 'Vitest' : 'Jest'}`,
    // One of its own, since it is the project itself that changes.
    installation: { manager, ours: ['soracom-fixtures'], besides: {} },
    files: {},
    command: { ...plansAFile.command, args: ['init', '--runner', runner, '--yes'] },
    outcome: { kind: 'sets up' },
    short: manager === 'pnpm' && runner === 'vitest',
  })),
)

function underOneName(files: ProjectFiles): ProjectFiles {
  const texts = Object.entries(files).map(([path, text]) => [
    path,
    text.replaceAll('@soracom-fixtures/', 'soracom-fixtures/'),
  ])
  return Object.fromEntries(texts)
}

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
