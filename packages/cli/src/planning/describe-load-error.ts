import { relative } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { inspect } from 'node:util'
import { FixtureError } from '@soracom-fixtures/core'

/** Why a file could not be loaded, on one line, with the place in the user's code where that is known. */
export function describeLoadError(thrown: unknown): string {
  const { code, message, stack } = (thrown ?? {}) as Partial<NodeJS.ErrnoException>
  if (typeof message !== 'string') return inspect(thrown)
  if (FixtureError.is(thrown)) return message
  const [reason = ''] = message.split('\nRequire stack:')
  const text = reason.replaceAll(/\s*\n\s*/g, ' ')
  const place = code === 'MODULE_NOT_FOUND' || code === 'ERR_MODULE_NOT_FOUND' ? undefined : findPlace(stack)
  return place ? `${text} (${place})` : text
}

// The topmost frame in a file of the current folder that is not a library's.
function findPlace(stack = ''): string | undefined {
  for (const [, file = '', line] of stack.matchAll(/^ +at .*?\(?((?:file:\/\/)?\/[^()]*?):(\d+):\d+\)?$/gm)) {
    const path = file.startsWith('file://') ? fileURLToPath(file) : file
    const place = relative(process.cwd(), path)
    if (!place.startsWith('..') && !place.includes('node_modules')) return `${place}:${line}`
  }
  return undefined
}
