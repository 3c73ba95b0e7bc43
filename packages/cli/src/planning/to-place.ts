import { isAbsolute, relative } from 'node:path'
import type { SourceLocation } from '@soracom-fixtures/core'

/** `test/meter.test.ts:6`, as seen from a folder. */
export function toPlace(location: SourceLocation | undefined, folder: string): string {
  if (!location) return 'an unknown place'
  const path = relative(folder, location.file)
  return `${path.startsWith('..') || isAbsolute(path) ? location.file : path}:${location.line}`
}
