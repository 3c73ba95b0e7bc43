import { styleText } from 'node:util'
import { createTwoFilesPatch } from 'diff'
import type { Change } from './change.ts'

/** Changes as a diff that a terminal shows in colours. */
export function showChanges(changes: readonly Change[]): string {
  return changes.map(showChange).join('\n')
}

/** Changes as a list: a line a file. */
export function listChanges(changes: readonly Change[]): string {
  return changes.map(({ path, before }) => `  ${before === undefined ? 'new    ' : 'changed'} ${path}`).join('\n')
}

function showChange({ path, before, after }: Change): string {
  const from = before === undefined ? '/dev/null' : `a/${path}`
  const patch = createTwoFilesPatch(from, `b/${path}`, before ?? '', after, undefined, undefined, { context: 3 })
  const lines = patch
    .trimEnd()
    .split('\n')
    .filter((line) => !/^=+$/.test(line))
  return lines.map(colour).join('\n')
}

function colour(line: string): string {
  if (/^(---|\+\+\+) /.test(line)) return styleText('bold', line)
  if (line.startsWith('@@')) return styleText('cyan', line)
  if (line.startsWith('+')) return styleText('green', line)
  return line.startsWith('-') ? styleText('red', line) : line
}
