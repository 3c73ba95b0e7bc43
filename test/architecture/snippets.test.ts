import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { type CodeBlock, listPages, readCodeBlocks } from './markdown.ts'
import { readText, root } from './read-repository.ts'

const run = promisify(execFile)
const folder = join(root, 'node_modules/.cache/snippets')

const around = {
  '@soracom-fixtures/vitest': publicNames(),
  vitest: ['describe', 'expect', 'test'],
  'node:process': ['default as process'],
}

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
  // Errors of the sources themselves are for the type check to tell.
  const ofBlocks = (stdout as string).split('\n').filter((line) => /^[\w-]+\.ts\(/.test(line))
  expect(ofBlocks).toEqual([])
}, 60_000)

// A block stands for itself: what it uses of the adapter, Vitest and Node and does not import is imported above it.
async function writeSnippet({ page, line, text }: CodeBlock): Promise<string> {
  const file = `${page.replaceAll(/[/.]/g, '-')}-${line}.ts`
  const own = importedNames(text)
  const imports = Object.entries(around).map(([specifier, names]) => {
    const missing = names.filter((name) => !own.includes(name.replace(/^(type|default as) /, '')))
    return `import { ${missing.join(', ')} } from '${specifier}'`
  })
  await writeFile(join(folder, file), `${imports.join('\n')}\n${text}\nexport {}\n`)
  return file
}

function importedNames(text: string): string[] {
  const { statements } = ts.createSourceFile('block.ts', text, ts.ScriptTarget.Latest, true)
  return statements.filter(ts.isImportDeclaration).flatMap(({ importClause }) => {
    const bindings = importClause?.namedBindings
    const named = bindings && ts.isNamedImports(bindings) ? bindings.elements.map(({ name }) => name.text) : []
    return importClause?.name ? [importClause.name.text, ...named] : named
  })
}

function publicNames(): string[] {
  const names = readText('test/architecture/public-names/vitest.txt').trim().split('\n')
  return names.map((name) => name.replace(/^(\S+) \(type\)$/, 'type $1'))
}
