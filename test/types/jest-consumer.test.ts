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

test.each([
  ['bundler', 'esnext', 'commonjs'],
  ['nodenext', 'nodenext', 'commonjs'],
  ['nodenext', 'nodenext', 'module'],
])(
  'the built packages type-check with moduleResolution %s, module %s, type %s',
  async (moduleResolution, module, type) => {
    const compilerOptions = { ...options, module, moduleResolution, types: ['node', 'jest'] }
    const project = await createJestProject({
      ...files,
      'package.json': JSON.stringify({ type }),
      'jest.types.ts': await readFile(join(root, 'test/types/jest.types.ts'), 'utf8'),
      'tsconfig.json': JSON.stringify({ compilerOptions, files: ['jest.types.ts', ...Object.keys(files)] }),
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
