import { rmSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { updating } from './markdown.ts'
import { readPackages } from './read-packages.ts'
import { listNames, readText, root } from './read-repository.ts'

const folder = 'test/architecture/public-names'

const entries = readPackages().flatMap(({ dir, entries, sources }) =>
  Object.entries(entries).map(([name, inSrc]) => ({
    name,
    file: `${dir}${inSrc === 'index.ts' ? '' : `-${inSrc.replace('entries/', '').replace('.ts', '')}`}.txt`,
    text: sources.find((source) => source.inSrc === inSrc)?.text ?? '',
  })),
)

describe.each(entries)('$name', ({ name, text, file }) => {
  const source = ts.createSourceFile('entry.ts', text, ts.ScriptTarget.Latest, true)

  // But for the one name to remember, whose entries are those of the packages behind it, whatever these export.
  test('exports by a list that is written by hand', () => {
    const everything = source.statements.filter((one) => ts.isExportDeclaration(one) && one.exportClause === undefined)
    const wanted = name.startsWith('soracom-fixtures/') ? [`export * from '@${name}'`] : []
    expect(wanted).toEqual(expect.arrayContaining(everything.map((one) => one.getText())))
  })

  // Renewed by `npm run docs`; a difference is a change of what users can import.
  test('has the public names that are written down', async () => {
    const names = publicNames(source).sort()
    await expect(`${names.join('\n')}\n`).toMatchFileSnapshot(join(root, folder, file))
  })
})

test('soracom-fixtures has the entries of the adapters and of the emulator', () => {
  const names = entries.map(({ name }) => name)
  const wanted = names.filter((name) => /^@soracom-fixtures\/(vitest|jest|emulator)(\/|$)/.test(name))
  expect(names.filter((name) => name.startsWith('soracom-fixtures/'))).toEqual(
    expect.arrayContaining(wanted.map((name) => name.slice(1))),
  )
})

describe('the adapters of the runners', () => {
  const readNames = (file: string): string[] => readText(`${folder}/${file}.txt`).trim().split('\n')

  // Jest has no place for what stands in the list of a test's arguments.
  const ofVitestAlone = ['FixturesTest (type)', 'fixturesTest']

  test('have the same names, but for what one runner alone has a place for', () => {
    const ofVitest = readNames('vitest')
    expect(ofVitest).toEqual(expect.arrayContaining(ofVitestAlone))
    expect(readNames('jest')).toEqual(ofVitest.filter((name) => !ofVitestAlone.includes(name)))
  })

  test('have the same matchers', () => {
    expect(readNames('jest-matchers')).toEqual(readNames('vitest-matchers'))
  })

  // In Vitest the global setup returns what it undoes; Jest has a file for that.
  test('have the same entries, but for the global teardown', () => {
    const entriesOf = (dir: string) => entries.map(({ file }) => file).filter((file) => file.startsWith(dir))
    const ofVitest = entriesOf('vitest').map((file) => file.replace('vitest', 'jest'))
    expect(entriesOf('jest').sort()).toEqual([...ofVitest, 'jest-global-teardown.txt'].sort())
  })
})

test('nothing is written down for an entry that does not exist', () => {
  const files = entries.map(({ file }) => file)
  const left = listNames(folder).filter((name) => !files.includes(name))
  if (updating) for (const name of left) rmSync(join(root, folder, name))
  else expect(left).toEqual([])
})

// `type` behind those that are gone at run time.
function publicNames(source: ts.SourceFile): string[] {
  return source.statements.flatMap((one) => {
    if (ts.isExportDeclaration(one) && one.exportClause && ts.isNamedExports(one.exportClause)) {
      return one.exportClause.elements.map(
        ({ name, isTypeOnly }) => `${name.text}${one.isTypeOnly || isTypeOnly ? ' (type)' : ''}`,
      )
    }
    if (ts.isExportDeclaration(one)) return [`* ${one.moduleSpecifier?.getText()}`]
    if (ts.isExportAssignment(one)) return ['default']
    const modifiers = ts.canHaveModifiers(one) ? (ts.getModifiers(one) ?? []) : []
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return []
    if (modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)) return ['default']
    if (ts.isVariableStatement(one)) return one.declarationList.declarations.map(({ name }) => name.getText())
    if (ts.isFunctionDeclaration(one) || ts.isClassDeclaration(one)) return [one.name?.text ?? '']
    if (ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one)) return [`${one.name.text} (type)`]
    return []
  })
}
