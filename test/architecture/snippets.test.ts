import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { type CodeBlock, listPages, readCodeBlocks } from './markdown.ts'
import { readText, root } from './read-repository.ts'

const run = promisify(execFile)
const folder = join(root, 'node_modules/.cache/snippets')

test('every TypeScript block of the pages compiles', async () => {
  const blocks = listPages()
    .flatMap(readCodeBlocks)
    .filter(({ language, from }) => language === 'ts' && from === undefined)
  expect(blocks.length).toBeGreaterThan(5)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const files = await Promise.all(blocks.map(writeSnippet))
  const compilerOptions = { noEmit: true, customConditions: ['source'], lib: ['es2023', 'esnext.disposable'] }
  const config = { extends: '../../../tsconfig.base.json', compilerOptions, files }
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config))
  const compiler = join(root, 'node_modules/ts7/bin/tsc')
  const { stdout } = await run(process.execPath, [compiler, '-p', folder], { cwd: folder }).catch((error) => error)
  expect(stdout).toBe('')
}, 60_000)

// A block stands for itself: what a reader imports from the adapter and from Vitest is imported above it.
async function writeSnippet({ page, line, text }: CodeBlock): Promise<string> {
  const file = `${page.replaceAll(/[/.]/g, '-')}-${line}.ts`
  const imports = [
    `import { ${publicValues()} } from '@soracom-fixtures/vitest'`,
    `import { describe, expect, test } from 'vitest'`,
    `import process from 'node:process'`,
  ]
  await writeFile(join(folder, file), `${imports.join('\n')}\n${text}\nexport {}\n`)
  return file
}

function publicValues(): string {
  return readText('test/architecture/public-names/vitest.txt')
    .trim()
    .split('\n')
    .map((name) => name.replace(/^(\S+) \(type\)$/, 'type $1'))
    .join(', ')
}
