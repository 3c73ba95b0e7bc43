import ts from 'typescript'
import { listFiles, listNames, readText } from './read-repository.ts'

/** A package of this workspace, as its folder has it. */
export interface WorkspacePackage {
  /** Name of its folder, such as `core`. */
  readonly dir: string
  readonly name: string
  readonly dependencies: readonly string[]
  readonly devDependencies: readonly string[]
  readonly peerDependencies: readonly string[]
  /** Sources of its entries, by the name under which others import them. */
  readonly entries: Readonly<Record<string, string>>
  readonly sources: readonly SourceFile[]
}

/** A source file and what it imports. */
export interface SourceFile {
  /** From the root of the repository. */
  readonly path: string
  /** From the package's `src`. */
  readonly inSrc: string
  readonly isTest: boolean
  readonly text: string
  /** As they are written: `./kit/time.ts`, `node:fs`, `@soracom-fixtures/api` … */
  readonly imports: readonly string[]
}

interface PackageJson {
  readonly name: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
  readonly exports: Readonly<Record<string, string | { readonly source: string }>>
}

/** Reads every package below `packages/`. */
export function readPackages(): readonly WorkspacePackage[] {
  return listNames('packages').map(readPackage)
}

/** The package that an import names: `@soracom-fixtures/api/schemas` → `@soracom-fixtures/api`; nothing for a path. */
export function toPackageName(specifier: string): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('node:')) return undefined
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

function readPackage(dir: string): WorkspacePackage {
  const json = JSON.parse(readText(`packages/${dir}/package.json`)) as PackageJson
  const entries = Object.entries(json.exports).flatMap(([key, value]) =>
    typeof value === 'string' ? [] : [[key.replace('.', json.name), value.source.replace('./src/', '')] as const],
  )
  return {
    dir,
    name: json.name,
    dependencies: Object.keys(json.dependencies ?? {}),
    devDependencies: Object.keys(json.devDependencies ?? {}),
    peerDependencies: Object.keys(json.peerDependencies ?? {}),
    entries: Object.fromEntries(entries),
    sources: listFiles(`packages/${dir}/src`)
      .filter((path) => path.endsWith('.ts'))
      .map((path) => readSource(dir, path)),
  }
}

// What stands in a folder for tests is part of no package.
function readSource(dir: string, path: string): SourceFile {
  const text = readText(path)
  const inSrc = path.slice(`packages/${dir}/src/`.length)
  const isTest = inSrc.endsWith('.test.ts') || /(^|\/)(testing|test-support)\//.test(inSrc)
  const imports = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName)
  return { path, inSrc, isTest, text, imports }
}
