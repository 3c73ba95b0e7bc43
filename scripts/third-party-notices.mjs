// Writes THIRD-PARTY-NOTICES into each package: the licenses of the libraries that its built files carry inside. The build
// writes down which modules these are (tsdown.config.mjs); a library without a license fails it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const packages = join(import.meta.dirname, '../packages')
const bundled = join(import.meta.dirname, '../node_modules/.cache/bundled')

for (const name of readdirSync(packages)) {
  const folder = join(packages, name)
  if (!existsSync(join(folder, 'dist'))) continue
  const { name: packageName } = readManifest(folder)
  writeFileSync(join(folder, 'THIRD-PARTY-NOTICES'), toNotices(packageName, librariesIn(join(bundled, name))))
}

// The folders of the libraries whose modules stand in a package's built files.
function librariesIn(folder) {
  const modules = readdirSync(folder).flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')))
  const folders = modules.map((id) => /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1])
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
