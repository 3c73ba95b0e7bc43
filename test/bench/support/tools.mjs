// Tools that are no dependencies of the workspace: installed with npm on the first run that needs them, and kept.
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const folder = join(import.meta.dirname, '../../../.cache/bench')
const tools = {
  autocannon: { wanted: 'autocannon@9.0.0', script: 'autocannon/autocannon.js' },
  prism: { wanted: '@stoplight/prism-cli@5.14.2', script: '@stoplight/prism-cli/dist/index.js' },
  mockoon: { wanted: '@mockoon/cli@9.9.0', script: '@mockoon/cli/bin/run.js' },
}

/** The script that starts a tool; nothing, and a line that says so, where it cannot be installed. */
export async function installTool(name) {
  const { wanted, script } = tools[name]
  const place = join(folder, name)
  const path = join(place, 'node_modules', script)
  if (existsSync(path)) return path
  try {
    await mkdir(place, { recursive: true })
    const flags = ['--prefix', place, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts']
    await promisify(execFile)('npm', ['install', ...flags, wanted])
    return path
  } catch (error) {
    console.log(`  skipped: ${wanted} cannot be installed (${String(error.message).split('\n')[0]})`)
    return undefined
  }
}
