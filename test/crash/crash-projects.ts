import type { ProjectFiles } from '../support/inline-project.ts'
import { type CrashKind, crashKinds } from './crash-kinds.ts'
import type { Random } from './random.ts'

/** The runners that a crash may happen to. */
export const crashRunners = ['vitest 3.2', 'vitest 4.1', 'vitest 5.1', 'jest 29', 'jest 30'] as const
export type CrashRunner = (typeof crashRunners)[number]

/** What a run of a project is like. */
export interface CrashProject {
  readonly name: string
  readonly runner: CrashRunner
  readonly files: ProjectFiles
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** Whether a reaper cleans up after it; else a sweep does. */
  readonly reaper: boolean
  /** About how many calls it makes when nothing happens to it. */
  readonly calls: number
}

/** Draws a project and how it is run: by any runner but Vitest 3.2 unless one is given. */
export function drawProject(random: Random, given?: CrashRunner): CrashProject {
  const kind = random.pick(crashKinds)
  const drawn = random.pick(['vitest 4.1', 'vitest 4.1', 'vitest 5.1', 'jest 30', 'jest 30', 'jest 29'] as const)
  const runner = given ?? drawn
  const globalSetup = random.pick([true, false])
  const reaper = random.pick([true, true, false])
  const made = runner.startsWith('vitest')
    ? vitestProject(kind, globalSetup, random)
    : jestProject(kind, globalSetup, random)
  return {
    ...made,
    name: [kind.name, runner, made.name, globalSetup ? 'global setup' : '', reaper ? '' : 'no reaper']
      .filter((part) => part !== '')
      .join(', '),
    runner,
    env: { ...kind.env, SORACOM_FIXTURES_REAPER: reaper ? 'on' : 'off' },
    reaper,
    calls: kind.calls,
  }
}

type Made = Pick<CrashProject, 'name' | 'files' | 'args'>

const names = 'operator, subscriber, subscribers, order, group, useFixtures'
const shared = 'defineFixtures({ common: operator() }, { scope: "run" })'

function vitestProject({ files, ofRun, args = [] }: CrashKind, globalSetup: boolean, random: Random): Made {
  const pool = random.pick(['forks', 'forks', 'threads'])
  const setup = globalSetup ? ", globalSetup: '@soracom-fixtures/vitest/global-setup'" : ''
  const head = [
    "import { beforeAll, expect, test } from 'vitest'",
    `import { ${names} } from '@soracom-fixtures/vitest'`,
    ...(ofRun ? ["import { shared } from './soracom-fixtures.config.mjs'"] : []),
  ]
  const configuration = [
    "import { defineFixtures, operator } from '@soracom-fixtures/vitest'",
    `export const shared = ${shared}`,
  ]
  return {
    name: pool,
    args,
    files: {
      ...toTests(files, head),
      ...(ofRun ? { 'soracom-fixtures.config.mjs': configuration.join('\n') } : {}),
      'vitest.config.js': `export default { test: { pool: '${pool}', maxWorkers: 2${setup} } }`,
    },
  }
}

function jestProject({ files, ofRun, args = [] }: CrashKind, globalSetup: boolean, random: Random): Made {
  const inBand = random.pick([true, false, false])
  const setup = {
    globalSetup: '@soracom-fixtures/jest/global-setup',
    globalTeardown: '@soracom-fixtures/jest/global-teardown',
  }
  const head = [
    `const { ${names} } = require('@soracom-fixtures/jest')`,
    ...(ofRun ? ["const { shared } = require('./soracom-fixtures.config.js')"] : []),
  ]
  const configuration = [
    "const { defineFixtures, operator } = require('@soracom-fixtures/jest')",
    `exports.shared = ${shared}`,
  ]
  return {
    name: inBand ? 'in band' : 'workers',
    args: [inBand ? '--runInBand' : '--maxWorkers=2', ...args],
    files: {
      ...toTests(files, head),
      ...(ofRun ? { 'soracom-fixtures.config.js': configuration.join('\n') } : {}),
      'jest.config.json': JSON.stringify({ transform: {}, watchman: false, ...(globalSetup ? setup : {}) }),
    },
  }
}

function toTests(files: CrashKind['files'], head: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([name, code]) => [`${name}.test.js`, `${head.join('\n')}\n${code}`]),
  )
}
