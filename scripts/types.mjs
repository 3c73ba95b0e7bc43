// Checks the types of the whole workspace with TypeScript 7, from the sources, without a build.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'

const root = join(import.meta.dirname, '..')
const tsc = join(root, 'node_modules/ts7/bin/tsc')
const result = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.json')], { stdio: 'inherit' })
process.exitCode = result.status ?? 1
