import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Consumer, installConsumer } from './install-consumer.ts'
import { type PackedWorkspace, packPackages } from './pack-packages.ts'

// Jest 30, and its types, are there in the tests of this workspace; here is what a project of Jest 29 has.
const besides = [
  'jest@29.7.0',
  '@jest/globals@29.7.0',
  '@types/jest@29.5.14',
  'typescript@5.9.3',
  '@types/node@20.19.0',
]
const packed = ['api', 'client', 'core', 'emulator', 'jest'].map((name) => `@soracom-fixtures/${name}`)

let workspace: PackedWorkspace
let installed: Consumer | { readonly reason: string }

beforeAll(async () => {
  workspace = await packPackages()
  const packages = workspace.packages.filter(({ manifest }) => packed.includes(manifest.name))
  installed = await installConsumer(packages, { besides, type: 'commonjs' })
  if ('reason' in installed) console.log(`Skipped: everything on an installed project, since ${installed.reason}`)
})

afterAll(async () => {
  if (installed && 'remove' in installed) await installed.remove()
  await workspace?.[Symbol.asyncDispose]()
})

describe('a project of Jest 29 with the tarballs', () => {
  test('runs a test with a matcher', async ({ skip }) => {
    if ('reason' in installed) return skip(installed.reason)
    await installed.write('jest.config.json', '{ "setupFilesAfterEnv": ["@soracom-fixtures/jest/matchers"] }')
    await installed.write('matchers.test.js', withMatcher)
    const { exitCode, stdout, stderr } = await installed.run('npx', ['--no-install', 'jest'])
    expect(exitCode, stdout + stderr).toBe(0)
    expect(stderr).toMatch(/Tests:\s+1 passed/)
  })

  test.for([
    ['globals', ''],
    ['@jest/globals', `import { expect } from '@jest/globals'`],
  ] as const)('has the types of the matchers on the expect of %s', async ([, expectOfJest], { skip }) => {
    if ('reason' in installed) return skip(installed.reason)
    const text = await readFile(join(import.meta.dirname, '../types/matchers.types.ts'), 'utf8')
    const types = text
      .replaceAll('@soracom-fixtures/vitest', '@soracom-fixtures/jest')
      .replace(`import { expect } from 'vitest'`, expectOfJest)
    await installed.write('matchers.types.ts', types)
    const compilerOptions = { strict: true, noEmit: true, target: 'es2023', module: 'nodenext', skipLibCheck: true }
    await installed.write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['matchers.types.ts'] }))
    const tsc = join(installed.folder, 'node_modules/typescript/bin/tsc')
    const outcome = await installed.run(process.execPath, [tsc, '-p', installed.folder])
    expect(outcome).toEqual({ exitCode: 0, stdout: '', stderr: '' })
  })
})

const withMatcher = `
const { airStats, mib, operator, subscriber, useFixtures } = require('@soracom-fixtures/jest')
const meter = subscriber({ operator: operator(), subscription: 'plan-D', status: 'active' })
const usage = airStats({ subscriber: meter, at: '2026-11-01', traffic: { 's1.fast': { upload: mib(5) } } })
const fx = useFixtures({ meter, usage })
test('the traffic is there', async () => {
  await expect(fx.meter).toHaveAirTraffic(fx.usage)
})
`
