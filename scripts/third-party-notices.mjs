// Writes THIRD-PARTY-NOTICES into each package: the licenses of the libraries that its built files carry inside. The
// bundler marks each module with a comment that says where it came from; a library without a license fails the build.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const packages = join(import.meta.dirname, '../packages')

for (const name of readdirSync(packages)) {
  const folder = join(packages, name)
  if (!existsSync(join(folder, 'dist'))) continue
  const { name: packageName } = readManifest(folder)
  writeFileSync(join(folder, 'THIRD-PARTY-NOTICES'), toNotices(packageName, librariesIn(folder)))
}

// The folders of the libraries whose modules stand in a package's built files.
function librariesIn(folder) {
  const files = readdirSync(join(folder, 'dist'), { recursive: true }).filter((file) => /\.[cm]?[jt]s$/.test(file))
  const folders = files.flatMap((file) => {
    const text = readFileSync(join(folder, 'dist', file), 'utf8')
    const marks = text.matchAll(/^\s*\/\/#region (.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//gm)
    return [...marks].map(([, path]) => resolve(folder, path))
  })
  return [...new Set(folders)]
}

function toNotices(packageName, libraries) {
  if (libraries.length === 0) return `${packageName} carries no code of other projects inside.\n`
  const notices = libraries
    .map((library) => ({ ...readManifest(library), text: readLicense(library) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text.trim()}\n`)
  const head = `${packageName} carries code of these projects inside. Each stands under its own license.\n`
  return [head, ...notices].join(`\n${'-'.repeat(80)}\n\n`)
}

function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

function readLicense(library) {
  const file = readdirSync(library).find((one) => /^(licen[cs]e|copying)(\.|-|$)/i.test(one))
  if (file) return readFileSync(join(library, file), 'utf8')
  throw new Error(`${library} is bundled and has no license file. Add its text, or do not bundle it.`)
}
