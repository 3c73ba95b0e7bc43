import process from 'node:process'
import { flushOutput } from './io/output.ts'
import { runCommandLine } from './run-command-line.ts'

const exitCode = await runCommandLine(process.argv.slice(2))
await flushOutput()
// Files that were loaded may hold timers and servers; they do not keep the command running.
process.exit(exitCode)
