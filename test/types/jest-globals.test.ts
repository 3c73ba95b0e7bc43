import { execFile } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { createJestProject } from '../support/jest-project.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')

const compilerOptions = {
  strict: true,
  noEmit: true,
  target: 'es2023',
  module: 'nodenext',
  moduleResolution: 'nodenext',
  types: ['node'],
  typeRoots: [join(root, 'test/runners-jest/node_modules/@types')],
}

const bare = `import { operator, useFixtures } from '@soracom-fixtures/jest'
const fx = useFixtures({ shop: operator() })
test('types', async () => {
  expect(await fx.shop.client.operators.get(fx.shop.operatorId)).toMatchObject({ email: fx.shop.email })
})
`
const files = {
  'imported.test.ts': `import { expect, test } from '@jest/globals'\n${bare}`,
  'bare.test.ts': bare,
}

test('imports of @jest/globals are enough, and a file without them needs the types of the globals', async () => {
  const project = await createJestProject({
    ...files,
    'tsconfig.json': JSON.stringify({ compilerOptions, files: Object.keys(files) }),
  })
  try {
    const tsc = join(root, 'node_modules/ts7/bin/tsc')
    const { stdout } = await run(process.execPath, [tsc, '-p', '.'], { cwd: project.folder }).catch((error) => error)
    expect(stdout).toMatch(/^bare\.test\.ts\(3,1\): error TS\d+: Cannot find name 'test'/)
    expect(stdout).not.toContain('imported.test.ts')
  } finally {
    await project.remove()
  }
})
