import type { ProjectFiles } from '../../support/inline-project.ts'
import type { Cell, Installation } from './cell.ts'
import { nodeVersions, whyNotNode } from './node-of-cell.ts'

const ours = ['@soracom-fixtures/jest']

const compilers = {
  'ts-jest': '29.4.15',
  '@swc/jest': '0.2.39',
  '@swc/core': '1.16.22',
  '@babel/preset-env': '^7.28.0',
  '@babel/preset-typescript': '^7.27.0',
  '@babel/core': '^7.28.0',
  typescript: '5.9.3',
  '@types/node': '20.19.0',
}

const installationOf = (version: string): Installation => ({
  ours,
  besides: {
    jest: version,
    '@jest/globals': version,
    'babel-jest': version,
    'jest-environment-jsdom': version,
    '@types/jest': version.startsWith('29') ? '29.5.14' : '30.0.0',
    ...compilers,
  },
})

/** The versions of Jest in the matrix. */
export const jests: readonly { readonly name: string; readonly installation: Installation }[] = [
  { name: 'Jest 29', installation: installationOf('29.7.0') },
  { name: 'Jest 30', installation: installationOf('30.5.2') },
]

const matchers = '@soracom-fixtures/jest/matchers'

const body = `
const shop = operator()
const fx = useFixtures({ shop, meter: subscriber({ operator: shop, subscription: 'plan-D', status: 'active' }) })
const embedded = useFixtures({ other: operator() }, { target: 'emulator' })

test('the meter is active', async () => {
  const seen = await fx.shop.client.subscribers.get(fx.meter.imsi)
  expect(seen).toMatchObject({ operatorId: fx.shop.operatorId, status: 'active' })
  await expect(fx.meter).toHaveSubscriberStatus('active')
})

test('the embedded emulator serves', async () => {
  const { other } = embedded
  expect(await other.client.operators.get(other.operatorId)).toMatchObject({ email: other.email })
})
`

const required = `const { operator, subscriber, useFixtures } = require('@soracom-fixtures/jest')\n${body}`
const imported = `import { operator, subscriber, useFixtures } from '@soracom-fixtures/jest'\n${body}`
const typed = `import '${matchers}'\n${imported.replace('const seen =', 'const seen: object =')}`
const asModule = `import { expect, test } from '@jest/globals'\n${imported}`

/** A project of two files that use a set on the server and one on the embedded emulator. */
export function filesOfJest(name: string, text: string, config: object = { transform: {} }): ProjectFiles {
  const all = {
    globalSetup: '@soracom-fixtures/jest/global-setup',
    globalTeardown: '@soracom-fixtures/jest/global-teardown',
    setupFilesAfterEnv: [matchers],
    maxWorkers: 2,
    ...config,
  }
  return { 'jest.config.json': JSON.stringify(all), [`meter.${name}`]: text, [`second.${name}`]: text }
}

/** The plainest of them: CommonJS, with nothing that is transformed. */
export const plainFilesOfJest: ProjectFiles = filesOfJest('test.js', required)

/** How Jest is started in a cell. */
export const startsJest: Cell['command'] = {
  program: 'jest/bin/jest.js',
  bin: 'jest',
  args: ['--json', '--outputFile=report.json'],
}

const bothFilesPass: Cell['outcome'] = { kind: 'passes', files: 2 }

interface Way {
  readonly files: ProjectFiles
  readonly command?: Cell['command']
}

const compilerOptions = { module: 'commonjs', target: 'es2022', strict: true, esModuleInterop: true }
const presets = [['@babel/preset-env', { targets: { node: 'current' } }], '@babel/preset-typescript']

const ways: Readonly<Record<string, Way>> = {
  CommonJS: { files: plainFilesOfJest },
  'ts-jest': {
    files: {
      ...filesOfJest('test.ts', typed, { transform: { '\\.ts$': 'ts-jest' } }),
      'tsconfig.json': JSON.stringify({ compilerOptions: { ...compilerOptions, types: ['node', 'jest'] } }),
    },
  },
  '@swc/jest': { files: filesOfJest('test.ts', typed, { transform: { '\\.ts$': '@swc/jest' } }) },
  'babel-jest': {
    files: {
      ...filesOfJest('test.ts', typed, { transform: { '\\.ts$': 'babel-jest' } }),
      'babel.config.json': JSON.stringify({ presets }),
    },
  },
  'ES modules': {
    files: { ...filesOfJest('test.js', asModule), 'package.json': '{ "type": "module" }' },
    command: { ...startsJest, nodeArgs: ['--experimental-vm-modules'] },
  },
  jsdom: { files: filesOfJest('test.js', required, { transform: {}, testEnvironment: 'jsdom' }) },
}

/** Each version of Jest with each way to have modules and types. */
export const cellsOfJest: readonly Cell[] = jests.flatMap(({ name, installation }) =>
  Object.entries(ways).map(([column, { files, command = startsJest }]): Cell => {
    const tooOld = name === 'Jest 29' && column === 'jsdom'
    return {
      table: 'Jest',
      row: name,
      column,
      installation,
      files,
      command,
      outcome: tooOld ? { kind: 'refuses', text: 'useFixtures() needs AbortSignal.any' } : bothFilesPass,
      short: name === 'Jest 30' && (column === 'CommonJS' || column === 'ts-jest'),
    }
  }),
)

/** Each version of Jest on each version of Node. */
export const cellsOfJestOnNode: readonly Cell[] = nodeVersions.flatMap((node) =>
  jests.map(
    ({ name, installation }): Cell => ({
      table: 'Node',
      row: `Node ${node}`,
      column: name,
      installation,
      node,
      files: plainFilesOfJest,
      command: startsJest,
      outcome: bothFilesPass,
      cannot: whyNotNode(node),
    }),
  ),
)
