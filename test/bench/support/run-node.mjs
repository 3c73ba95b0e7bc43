import { execFile } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'

/** Runs a script of this folder in a process of its own and gives the JSON that it prints. */
export async function runNode(script, args = [], flags = []) {
  const { stdout } = await promisify(execFile)(process.execPath, [
    ...[...flags, join(import.meta.dirname, script)],
    ...args.map(String),
  ])
  return JSON.parse(stdout)
}
