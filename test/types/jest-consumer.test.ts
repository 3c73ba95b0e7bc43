import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { createJestProject } from '../support/jest-project.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')

// A consumer's compiler: strict, and checking the packages' own declarations too. TypeScript 7, which is quick; the example
// jest-ts is compiled by TypeScript 5.
const options = {
  strict: true,
  noEmit: true,
  target: 'es2023',
  skipLibCheck: false,
  typeRoots: [join(root, 'test/runners-jest/node_modules/@types')],
}

// Both ways to have Jest's functions beside the handles.
const body = `
const fx = useFixtures({ shop: operator() })
test('types', async () => {
  expect(await fx.shop.client.operators.get(fx.shop.operatorId)).toMatchObject({ email: fx.shop.email })
})
`
const ours = `import { operator, useFixtures } from '@soracom-fixtures/jest'\n`
const files = {
  'globals.test.ts': ours + body,
  'imported.test.ts': `import { expect, test } from '@jest/globals'\n${ours}${body}`,
}

// What a configuration in TypeScript may import.
const setup = `
import globalSetup from '@soracom-fixtures/jest/global-setup'
import globalTeardown from '@soracom-fixtures/jest/global-teardown'
export const ends: Promise<void>[] = [globalSetup({}, { rootDir: '.' }), globalTeardown({ bail: 1 })]
`

// What must compile of the matchers, and what must not, is the same as in Vitest.
async function readMatchers(expectOfJest: string): Promise<string> {
  const text = await readFile(join(root, 'test/types/matchers.types.ts'), 'utf8')
  const ofVitest = `import { expect } from 'vitest'`
  expect(text).toContain(ofVitest)
  return text.replaceAll('@soracom-fixtures/vitest', '@soracom-fixtures/jest').replace(ofVitest, expectOfJest)
}

test.each([
  ['@soracom-fixtures', 'bundler', 'esnext', 'commonjs'],
  ['@soracom-fixtures', 'nodenext', 'nodenext', 'commonjs'],
  ['@soracom-fixtures', 'nodenext', 'nodenext', 'module'],
  ['soracom-fixtures', 'nodenext', 'nodenext', 'commonjs'],
  ['soracom-fixtures', 'nodenext', 'nodenext', 'module'],
])(
  'the built packages, imported as %s/…, type-check with moduleResolution %s, module %s, type %s',
  async (name, moduleResolution, module, type) => {
    const compilerOptions = { ...options, module, moduleResolution, types: ['node', 'jest'] }
    const sources = Object.entries({
      ...files,
      'setup.ts': setup,
      'jest.types.ts': await readFile(join(root, 'test/types/jest.types.ts'), 'utf8'),
      'matchers-of-globals.ts': await readMatchers(''),
      'matchers-imported.ts': await readMatchers(`import { expect } from '@jest/globals'`),
    })
    const project = await createJestProject({
      ...Object.fromEntries(sources.map(([file, text]) => [file, text.replaceAll("'@soracom-fixtures/", `'${name}/`)])),
      'package.json': JSON.stringify({ type }),
      'tsconfig.json': JSON.stringify({ compilerOptions, files: sources.map(([file]) => file) }),
    })
    try {
      const tsc = join(root, 'node_modules/ts7/bin/tsc')
      const { stdout } = await run(process.execPath, [tsc, '-p', project.folder]).catch((error) => error)
      expect(stdout).toBe('')
    } finally {
      await project.remove()
    }
  },
)
