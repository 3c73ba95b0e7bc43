import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { readPackages } from './read-packages.ts'
import { readText, root } from './read-repository.ts'

// The reference of the API shows the examples of doc comments. They are compiled, each as a module that has around it
// what it uses and does not make: what is public, and what a test file has.

const run = promisify(execFile)
const folder = join(root, 'node_modules/.cache/doc-examples')

const namesOfCore = publicNames('core')
const namesOfEngine = publicNames('core-engine')
const namesOfEmulator = publicNames('emulator').filter((name) => !namesOfCore.includes(name))

const around = `
export { ${namesOfCore.join(', ')} } from '@soracom-fixtures/core'
export { ${namesOfEngine.join(', ')} } from '@soracom-fixtures/core/engine'
export { ${namesOfEmulator.join(', ')} } from '@soracom-fixtures/emulator'
export { apiOperations } from '@soracom-fixtures/api'
export { createClient } from '@soracom-fixtures/client'
export { fixturesTest, useFixtures } from '@soracom-fixtures/vitest'
export { expect, test } from 'vitest'
export { spawn } from 'node:child_process'
export { readFile } from 'node:fs/promises'
export { default as process } from 'node:process'
import '@soracom-fixtures/vitest/matchers'
import * as core from '@soracom-fixtures/core'
import type { SoracomClient } from '@soracom-fixtures/client'
import type { Emulator } from '@soracom-fixtures/emulator'
export const shop = core.operator()
export const meter = core.subscriber({ operator: shop })
export const meters = core.subscribers(2, { operator: shop })
export const fleet = core.group({ operator: shop })
export const set = { shop, meter }
export const store = core.defineFixtures({ shop, meter }, { scope: 'run' })
export declare const fx: { shop: core.Operator; meter: core.Subscriber; usage: core.AirStats; welcome: core.Coupon }
export declare const client: SoracomClient
export declare const emulator: Emulator
export declare const email: string
export declare const password: string
export declare function makeHandles(set: object): object
export declare function countMeters(): Promise<number>
export declare function registerWebhook(group: string, url: string, options: object): Promise<{ remove(): Promise<void> }>
`

test('every example of a doc comment compiles', async () => {
  const examples = readPackages()
    .flatMap(({ sources }) => sources)
    .filter(({ isTest }) => !isTest)
    .flatMap(({ path, text }) => readExamples(path, text))
  expect(examples.length).toBeGreaterThan(30)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'around.ts'), around)
  const names = namesAround()
  for (const [file, text] of examples) await writeFile(join(folder, file), toModule(text, names))
  const compilerOptions = {
    noEmit: true,
    customConditions: ['source'],
    verbatimModuleSyntax: false,
    isolatedModules: false,
  }
  const files = examples.map(([file]) => file)
  await writeFile(
    join(folder, 'tsconfig.json'),
    JSON.stringify({ extends: '../../../tsconfig.base.json', compilerOptions, files }),
  )
  const compiler = join(root, 'node_modules/ts7/bin/tsc')
  const { stdout } = await run(process.execPath, [compiler, '-p', folder], { cwd: folder }).catch((error) => error)
  // Errors of the sources themselves are for the type check to tell.
  expect((stdout as string).split('\n').filter((line) => /^[^.].*error TS/.test(line))).toEqual([])
}, 60_000)

// By a name for its file, which tells the place. What Jest reads as CommonJS is no TypeScript, and Jest runs it in
// examples/global-setup-jest.
function readExamples(path: string, text: string): [string, string][] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const found = new Map<ts.JSDocTag, string>()
  const visit = (node: ts.Node): void => {
    for (const tag of ts.getJSDocTags(node)) {
      if (tag.tagName.text === 'example') found.set(tag, ts.getTextOfJSDocComment(tag.comment) ?? '')
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return [...found]
    .filter(([, example]) => !example.includes('module.exports'))
    .map(([tag, example]) => {
      const line = source.getLineAndCharacterOfPosition(tag.pos).line + 1
      return [`${path.replaceAll(/[/.]/g, '-')}-${line}.ts`, example]
    })
}

// Imports of what it names and does not declare by itself.
function toModule(example: string, names: readonly string[]): string {
  const source = ts.createSourceFile('example.ts', example, ts.ScriptTarget.Latest, true)
  const own = new Set<string>()
  const used = new Set<string>()
  const visit = (node: ts.Node): void => {
    const declares = ts.isVariableDeclaration(node) || ts.isImportSpecifier(node) || ts.isBindingElement(node)
    if (declares && ts.isIdentifier(node.name)) own.add(node.name.text)
    if (ts.isIdentifier(node)) used.add(node.text)
    ts.forEachChild(node, visit)
  }
  visit(source)
  const missing = names.filter((name) => used.has(name) && !own.has(name))
  return `import { ${missing.join(', ')} } from './around.ts'\n${example}\nexport {}\n`
}

// What the file exports that stands around the examples.
function namesAround(): string[] {
  const lists = [...around.matchAll(/^export \{ (.+) \} from/gm)].flatMap(([, list = '']) => list.split(', '))
  const made = [...around.matchAll(/^export (?:declare )?(?:const|function) (\w+)/gm)].map(([, name = '']) => name)
  return [...lists, ...made].map((name) => name.replace(/^(type|default as) /, ''))
}

function publicNames(entry: string): string[] {
  const names = readText(`test/architecture/public-names/${entry}.txt`).trim().split('\n')
  return names.map((name) => name.replace(/ \(type\)$/, ''))
}
