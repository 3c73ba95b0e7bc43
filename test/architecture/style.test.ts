import { basename } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { readPackages } from './read-packages.ts'
import { listFiles, readText } from './read-repository.ts'

const tree = ['packages', 'test', 'examples', 'scripts'].flatMap(listFiles).filter((path) => /\.(ts|mjs)$/.test(path))
const files = readPackages().flatMap(({ sources }) => sources)
const code = files.filter(({ isTest }) => !isTest)

const mostLines = 300
// Longer, for the reason given.
const longer: Readonly<Record<string, string>> = {
  'packages/api/src/operations.ts': 'a table: a line an operation of the API',
}

test(`no file is longer than ${mostLines} lines, apart from those with a reason`, () => {
  const long = tree.filter((path) => readText(path).split('\n').length - 1 > mostLines)
  expect(long).toEqual(Object.keys(longer))
})

test('files are named in kebab-case, and none is a drawer for everything', () => {
  const names = tree.map((path) => basename(path))
  expect(names.filter((name) => !/^[a-z0-9]+([.-][a-z0-9]+)*\.(ts|mjs)$/.test(name))).toEqual([])
  expect(names.filter((name) => /^(types|utils|helpers|common-utils|misc)\.ts$/.test(name))).toEqual([])
})

describe('only', () => {
  test('the command line’s output prints by console', () => {
    const users = code
      .filter(({ text }) => text.includes('console') && names(text).includes('console'))
      .map(({ path }) => path)
    expect(users.filter((path) => !path.startsWith('packages/cli/src/io/'))).toEqual([])
  })

  // Vitest and Jest call a default export of a global setup or teardown.
  test('what a runner loads by its path has a default export', () => {
    const users = code.filter(({ text }) => hasDefaultExport(text)).map(({ path }) => path)
    expect(users.filter((path) => !/[/-]global-(setup|teardown)\.ts$/.test(path))).toEqual([])
  })
})

test('a module keeps no variable that changes', () => {
  const changing = code.flatMap(({ path, text }) =>
    parse(text)
      .statements.filter(ts.isVariableStatement)
      .filter(({ declarationList }) => (declarationList.flags & ts.NodeFlags.Const) === 0)
      .map((one) => `${path}: ${one.getText().split('\n')[0]}`),
  )
  expect(changing).toEqual([])
})

test('classes are errors, and nothing else', () => {
  const classes = code.flatMap(({ path, text }) =>
    parse(text)
      .statements.filter(ts.isClassDeclaration)
      .filter(({ heritageClauses }) => !/Error\b/.test(heritageClauses?.[0]?.getText() ?? ''))
      .map(({ name }) => `${path}: ${name?.text}`),
  )
  expect(classes).toEqual([])
})

test('no test is left out, or alone', () => {
  // One of them is about a stand-in for what leaves tests out.
  const tests = tree.filter((path) => path.endsWith('.test.ts') && !path.endsWith('/stand-in-runner.test.ts'))
  const parked = tests.filter((path) => /\b(test|it|describe)\.(only|skip|todo)\(/.test(readText(path)))
  expect(parked).toEqual([])
})

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile('file.ts', text, ts.ScriptTarget.Latest, true)
}

function hasDefaultExport(text: string): boolean {
  return parse(text).statements.some((one) => {
    if (ts.isExportAssignment(one)) return true
    const modifiers = ts.canHaveModifiers(one) ? (ts.getModifiers(one) ?? []) : []
    return modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
  })
}

// Names that the code uses as values; those in comments and texts are none.
function names(text: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && !ts.isPropertyAssignment(node.parent)) found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(parse(text))
  return found
}
