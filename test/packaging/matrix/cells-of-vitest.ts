import { existsSync } from 'node:fs'
import process from 'node:process'
import type { ProjectFiles } from '../../support/inline-project.ts'
import type { Cell, Installation } from './cell.ts'
import { type NodeVersion, nodeVersions, whyNotNode } from './node-of-cell.ts'

/** A version of Vitest in the matrix. */
export interface VitestOfCells {
  readonly name: string
  readonly installation: Installation
  /** The Node that its pools are run with. */
  readonly node: NodeVersion
  /** A provider for the browser mode, as lines of a configuration. */
  readonly browser: { readonly imports: string; readonly options: (launch: string) => string }
}

const installationOf = (version: string, provider: string): Installation => ({
  ours: ['@soracom-fixtures/vitest'],
  besides: { vitest: version, jsdom: '26.1.0', [provider]: version, playwright: '1.65.1' },
})

const ofPackage: VitestOfCells['browser'] = {
  imports: `import { playwright } from '@vitest/browser-playwright'`,
  options: (launch) => `provider: playwright({ launchOptions: ${launch} }), instances: [{ browser: 'chromium' }]`,
}

export const vitests: readonly VitestOfCells[] = [
  {
    name: 'Vitest 3.2',
    installation: installationOf('3.2.7', '@vitest/browser'),
    node: '20',
    browser: {
      imports: '',
      options: (launch) => `provider: 'playwright', instances: [{ browser: 'chromium', launch: ${launch} }]`,
    },
  },
  {
    name: 'Vitest 4.1',
    installation: installationOf('4.1.12', '@vitest/browser-playwright'),
    node: '20',
    browser: ofPackage,
  },
  {
    name: 'Vitest 5.1',
    installation: installationOf('5.1.1', '@vitest/browser-playwright'),
    // It needs Node 22.12.
    node: '22',
    browser: ofPackage,
  },
]

const meter = `
import { expect, test } from 'vitest'
import { operator, subscriber, useFixtures } from '@soracom-fixtures/vitest'

const shop = operator()
const fx = useFixtures({ shop, meter: subscriber({ operator: shop, subscription: 'plan-D', status: 'active' }) })
const embedded = useFixtures({ other: operator() }, { target: 'emulator' })

test('the meter is active', async () => {
  const seen = await fx.shop.client.subscribers.get(fx.meter.imsi)
  expect(seen).toMatchObject({ operatorId: fx.shop.operatorId })
  await expect(fx.meter).toHaveSubscriberStatus('active')
})

test('the embedded emulator serves', async () => {
  const { other } = embedded
  expect(await other.client.operators.get(other.operatorId)).toMatchObject({ email: other.email })
})
`

/** A project of two files that use a set on the server and one on the embedded emulator. */
export function filesOfVitest(options: object = {}, config: object = {}): ProjectFiles {
  const test = {
    globalSetup: '@soracom-fixtures/vitest/global-setup',
    setupFiles: '@soracom-fixtures/vitest/matchers',
    maxWorkers: 2,
    ...options,
  }
  return {
    'vitest.config.mjs': `export default ${JSON.stringify({ ...config, test })}`,
    'meter.test.ts': meter,
    'second.test.ts': meter,
  }
}

const reporters = ['--reporter=default', '--reporter=json', '--outputFile.json=report.json']

/** How Vitest is started in a cell. */
export const startsVitest: Cell['command'] = {
  program: 'vitest/vitest.mjs',
  bin: 'vitest',
  args: ['run', ...reporters],
}

/** What its files come to: each makes an operator on the server. */
export const bothFilesPass: Cell['outcome'] = { kind: 'passes', files: 2 }

const ways: Readonly<Record<string, ProjectFiles>> = {
  forks: filesOfVitest({ pool: 'forks' }),
  threads: filesOfVitest({ pool: 'threads' }),
  vmThreads: filesOfVitest({ pool: 'vmThreads' }),
  '--no-isolate': filesOfVitest({ isolate: false }),
  jsdom: filesOfVitest({ environment: 'jsdom' }),
  // As it is usual with Svelte.
  'jsdom, condition browser': filesOfVitest({ environment: 'jsdom' }, { resolve: { conditions: ['browser'] } }),
}

const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

/** Each version of Vitest with each pool, with the environment of a browser, and in a browser. */
export const cellsOfVitest: readonly Cell[] = vitests.flatMap((vitest) => [
  ...Object.entries(ways).map(
    ([column, files]): Cell => ({
      table: 'Vitest',
      row: `${vitest.name}, Node ${vitest.node}`,
      column,
      installation: vitest.installation,
      node: vitest.node,
      files,
      command: startsVitest,
      outcome: bothFilesPass,
      cannot: whyNotNode(vitest.node),
    }),
  ),
  inBrowser(vitest),
])

function inBrowser({ name, node, installation, browser }: VitestOfCells): Cell {
  const launch = JSON.stringify({ executablePath: chromium, args: ['--no-sandbox'] })
  const options = `enabled: true, headless: true, screenshotFailures: false, ${browser.options(launch)}`
  return {
    table: 'Vitest',
    row: `${name}, Node ${node}`,
    column: 'browser mode',
    installation,
    node,
    files: {
      'vitest.config.mjs': `${browser.imports}\nexport default { test: { browser: { ${options} } } }`,
      'meter.test.ts': meter,
    },
    command: startsVitest,
    outcome: { kind: 'refuses', text: 'was called in a browser' },
    cannot: whyNotNode(node) ?? (existsSync(chromium) ? undefined : 'no Chromium at CHROMIUM_PATH'),
  }
}

const engines: Readonly<Record<string, Partial<Record<NodeVersion, string>>>> = {
  'Vitest 5.1': { '20': 'Vitest 5 needs Node 22.12' },
}

/** Each version of Vitest on each version of Node. */
export const cellsOfVitestOnNode: readonly Cell[] = nodeVersions.flatMap((node) =>
  vitests.map(
    ({ name, installation }): Cell => ({
      table: 'Node',
      row: `Node ${node}`,
      column: name,
      installation,
      node,
      files: filesOfVitest(),
      command: startsVitest,
      outcome: bothFilesPass,
      cannot: engines[name]?.[node] ?? whyNotNode(node),
    }),
  ),
)
