// Holds a target against the published documents. Usage: npm run contract -- [--target emulator|sandbox|URL] [--update]
// The emulator is the target unless told. The sandbox, or a server at a URL that is taken for it, is called with the
// credentials that fixtures would use; what needs the emulator itself is skipped, by name. `--update` writes what is
// covered into test/contract/floor.json.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { assertSafeTarget, UnsafeTargetError } from '@soracom-fixtures/client'
import { ConfigurationError } from '@soracom-fixtures/core'
import { resolveConfiguration } from '@soracom-fixtures/core/engine'

const root = join(import.meta.dirname, '..')
const { target, update } = readArguments()
await checkTarget()
process.exitCode = await run()

function readArguments() {
  try {
    const options = { target: { type: 'string', default: 'emulator' }, update: { type: 'boolean', default: false } }
    const { values } = parseArgs({ options })
    if (!values.update || values.target === 'emulator') return values
    return fail('--update is for the emulator: what a target like the sandbox covers is less, since some is skipped.')
  } catch (error) {
    return fail(`${error.message} Usage: npm run contract -- [--target emulator|sandbox|URL] [--update]`)
  }
}

// Says what is missing before anything is started.
async function checkTarget() {
  if (target === 'emulator') return
  try {
    const { target: found, options } = await resolveConfiguration({ cwd: root, overrides: { target } })
    assertSafeTarget(found.endpoint, options.allowHosts)
  } catch (error) {
    if (!(error instanceof ConfigurationError || error instanceof UnsafeTargetError)) throw error
    fail(error.message)
  }
}

function run() {
  const env = { ...process.env, CONTRACT_TARGET: target, ...(update ? { CONTRACT_UPDATE: '1' } : {}) }
  const args = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'contract']
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve, reject) => child.on('error', reject).on('close', (code) => resolve(code ?? 1)))
}

function fail(message) {
  console.error(`contract: ${message}`)
  process.exit(2)
}
