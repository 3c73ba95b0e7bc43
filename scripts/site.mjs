// The site of docs/: `build` (unless told) writes it to docs/.vitepress/dist, `dev` serves it while pages are edited,
// `preview` serves what was built. The reference of the API is written from the doc comments first.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'

const root = join(import.meta.dirname, '..')
const [command = 'build', ...args] = process.argv.slice(2)

if (command !== 'preview') {
  rmSync(join(root, 'docs/reference'), { recursive: true, force: true })
  run('typedoc/bin/typedoc', '--options', 'docs/.vitepress/typedoc.config.mjs')
}
run('vitepress/bin/vitepress.js', command, 'docs', ...args)

function run(script, ...scriptArgs) {
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', script), ...scriptArgs], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
}
