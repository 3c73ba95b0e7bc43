import { inspect, stripVTControlCharacters } from 'node:util'
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
  if (isCittyError(error)) {
    printAside(`soracom-fixtures: ${stripVTControlCharacters(error.message)}`)
    return 2
  }
  // A fault of this program: its place helps whoever mends it.
  printAside(`soracom-fixtures: ${inspect(error)}`)
  return 1
}

// citty does not export its error.
function isCittyError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'CLIError'
}
