// Makes a version of what has changed: takes the changesets up into the packages' versions, which stay in step, and moves
// what CHANGELOG.md says under Unreleased below that version. Look at what changed, and commit it.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const root = process.cwd()
const before = versionOf('packages/cli')
const changeset = join(import.meta.dirname, '../node_modules/@changesets/cli/bin.js')
const { status } = spawnSync(process.execPath, [changeset, 'version'], { cwd: root, stdio: 'inherit' })
if (status !== 0) process.exit(status ?? 1)

const version = versionOf('packages/cli')
if (version === before) {
  console.error(`The version is still ${version}: there is no changeset. npm run changeset makes one.`)
  process.exit(1)
}
const others = readdirSync(join(root, 'packages')).filter((name) => versionOf(`packages/${name}`) !== version)
if (others.length > 0)
  throw new Error(`${others.join(', ')} did not become ${version}; see fixed in .changeset/config.json.`)

const path = join(root, 'CHANGELOG.md')
const text = readFileSync(path, 'utf8')
const today = new Date().toISOString().slice(0, 10)
if (!text.includes('\n## Unreleased\n')) throw new Error('CHANGELOG.md has no section Unreleased.')
writeFileSync(path, text.replace('\n## Unreleased\n', `\n## Unreleased\n\n## ${version} (${today})\n`))
console.log(`Version ${version}. Commit it, and once it is on main: git tag v${version} && git push origin v${version}`)

function versionOf(folder) {
  return JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')).version
}
