import { inspect } from 'node:util'
import { printAside } from '../io/output.ts'
import { CommandError } from './command-error.ts'
import { UsageError } from './usage-error.ts'

/** Prints an error for a user and gives the exit code that it ends with. */
export function reportError(error: unknown): number {
  if (error instanceof UsageError) {
    printAside(['soracom-fixtures:', error.message, error.hint].filter(Boolean).join(' '))
    return 2
  }
  if (error instanceof CommandError) {
    printAside(`soracom-fixtures: ${error.message}`)
    return error.exitCode
  }
  // A fault of this program: its place helps whoever mends it.
  printAside(`soracom-fixtures: ${inspect(error)}`)
  return 1
}
