import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/** The root of the repository. */
export const root = join(import.meta.dirname, '../..')

// What a checkout has and the repository has not.
const ignored = [
  // Below docs/: the reference of the API, which typedoc writes.
  'reference',
  // What a build of the site leaves that was ended.
  '.temp',
  'node_modules',
  'dist',
  'coverage',
  '.git',
  '.cache',
  '.vitest',
  '.soracom-fixtures',
  '.bootstrap-lock',
]

/** The text of a file, by its path from the root. */
export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** Every file below a folder, as paths from the root with forward slashes. */
export function listFiles(folder: string): string[] {
  return walk(folder).flatMap(({ path, isFolder }) => (isFolder ? [] : [path]))
}

/** Every folder below a folder, as paths from the root with forward slashes. */
export function listFolders(folder: string): string[] {
  return walk(folder).flatMap(({ path, isFolder }) => (isFolder ? [path] : []))
}

/** What stands in a folder itself. */
export function listNames(folder: string): string[] {
  return readdirSync(join(root, folder)).filter((name) => !ignored.includes(name))
}

function walk(folder: string): { path: string; isFolder: boolean }[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !ignored.includes(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = relative(root, join(root, folder, entry.name))
        .split(sep)
        .join('/')
      const one = { path, isFolder: entry.isDirectory() }
      return one.isFolder ? [one, ...walk(path)] : [one]
    })
}
