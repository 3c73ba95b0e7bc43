import process from 'node:process'
import { stripVTControlCharacters } from 'node:util'

// The only file that prints.

/** Prints a line of what was asked for. */
export function print(text: string): void {
  write(process.stdout, text)
}

/** Prints a line for whoever watches: progress, hints and errors. */
export function printAside(text: string): void {
  write(process.stderr, text)
}

/** Resolves when everything that was printed has left the process. */
export async function flushOutput(): Promise<void> {
  await Promise.all([process.stdout, process.stderr].map(flush))
}

// Colours are for terminals.
function write(stream: NodeJS.WriteStream, text: string): void {
  stream.write(`${stream.isTTY ? text : stripVTControlCharacters(text)}\n`, ignoreClosedPipe)
}

// Whoever read the output may have seen enough, as in `… | head -1`; that is no error of the command.
function ignoreClosedPipe(error?: Error | null): void {
  if (error && (error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
}

function flush(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    stream.write('', () => resolve())
  })
}
