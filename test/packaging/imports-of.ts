import { readFile } from 'node:fs/promises'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import ts from 'typescript'
import type { PackedPackage } from './pack-packages.ts'

/** The packages that a packed package's files import, its declarations included. */
export async function importsOf(one: PackedPackage): Promise<string[]> {
  const names = (await specifiersOf(one)).map(toPackageName)
  return [...new Set(names)].filter((name) => name !== one.manifest.name).sort()
}

/** What a packed package's files import beyond themselves and Node, its declarations included. */
export async function specifiersOf({ folder, files }: PackedPackage): Promise<string[]> {
  const modules = files.filter((file) => /\.[cm]?[jt]s$/.test(file))
  const texts = await Promise.all(modules.map((file) => readFile(join(folder, file), 'utf8')))
  const specifiers = texts.flatMap((text) => ts.preProcessFile(text, true, true).importedFiles)
  const names = specifiers.map(({ fileName }) => fileName).filter((name) => !isOwn(name) && !isBuiltin(name))
  return [...new Set(names)].sort()
}

function isOwn(specifier: string): boolean {
  return specifier.startsWith('.') || specifier.startsWith('#')
}

function isBuiltin(specifier: string): boolean {
  return specifier.startsWith('node:') || builtinModules.includes(specifier)
}

/** The package that a specifier is of. */
export function toPackageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
