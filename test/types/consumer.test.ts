import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { createInlineProject } from '../support/inline-project.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '../..')

const files = ['fixtures.types.ts', 'matchers.types.ts', 'scopes.types.ts']
const rename = (text: string, name: string): string => text.replaceAll("'@soracom-fixtures/", `'${name}/`)
const read = (file: string): Promise<string> => readFile(join(root, 'test/types', file), 'utf8')

// A consumer's compiler: strict, and checking the packages' own declarations too.
const options = { strict: true, noEmit: true, target: 'es2023', skipLibCheck: false, types: [] }

test.each([
  ['@soracom-fixtures', 'bundler'],
  ['@soracom-fixtures', 'nodenext'],
  ['soracom-fixtures', 'bundler'],
  ['soracom-fixtures', 'nodenext'],
])(
  'the built packages, imported as %s/…, type-check for a consumer with moduleResolution %s',
  async (name, moduleResolution) => {
    const module = moduleResolution === 'bundler' ? 'esnext' : 'nodenext'
    const compilerOptions = { ...options, module, moduleResolution, preserveSymlinks: false }
    const project = await createInlineProject({
      ...Object.fromEntries(await Promise.all(files.map(async (file) => [file, rename(await read(file), name)]))),
      'tsconfig.json': JSON.stringify({ compilerOptions, files }),
    })
    try {
      const tsc = join(root, 'node_modules/typescript/bin/tsc')
      const { stdout } = await run(process.execPath, [tsc, '-p', project.folder]).catch((error) => error)
      expect(stdout).toBe('')
    } finally {
      await project.remove()
    }
  },
)
