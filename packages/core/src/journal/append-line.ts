import { closeSync, constants, fstatSync, fsyncSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

const { O_APPEND, O_CREAT, O_RDWR } = constants

/**
 * Appends a line of JSON, and with `flush` comes back when it is on the disk. A last line that was torn is ended first,
 * so that it spoils nothing but itself.
 */
export function appendLine(path: string, line: object, flush = false): void {
  const file = open(path)
  try {
    writeSync(file, `${endsTorn(file) ? '\n' : ''}${JSON.stringify(line)}\n`)
    if (flush) fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

// Somebody may have cleared the folder away while the run goes on; what comes after is written down all the same.
function open(path: string): number {
  try {
    return openSync(path, O_RDWR | O_APPEND | O_CREAT, 0o600)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    return openSync(path, O_RDWR | O_APPEND | O_CREAT, 0o600)
  }
}

function endsTorn(file: number): boolean {
  const { size } = fstatSync(file)
  if (size === 0) return false
  const last = Buffer.alloc(1)
  readSync(file, last, 0, 1, size - 1)
  return last.toString() !== '\n'
}
