/** The place in a source file where something was declared. */
export interface SourceLocation {
  readonly file: string
  readonly line: number
  readonly column: number
}

/**
 * Remembers the caller of `calledFunction` and tells it when asked. V8 formats a stack only when it is read, so that
 * declaring thousands of fixtures costs no text.
 */
export function captureLocation(calledFunction: (...args: never[]) => unknown): () => SourceLocation | undefined {
  const holder: { stack?: string } = {}
  const limit = Error.stackTraceLimit
  Error.stackTraceLimit = 1
  Error.captureStackTrace(holder, calledFunction)
  Error.stackTraceLimit = limit
  return () => parseFrame(holder.stack)
}

/** `file:line`, with the file's name alone, as messages and names show it. */
export function toShortLocation(location: SourceLocation | undefined): string {
  if (!location) return 'an unknown place'
  return `${location.file.split(/[\\/]/).at(-1)}:${location.line}`
}

/** `file:line:column` as terminals and editors make it a link. */
export function toLocationText(location: SourceLocation | undefined): string {
  return location ? `${location.file}:${location.line}:${location.column}` : 'an unknown place'
}

function parseFrame(stack: string | undefined): SourceLocation | undefined {
  const frame = /\(?((?:file:\/\/)?[^()\s][^()]*?):(\d+):(\d+)\)?\s*$/m.exec(stack?.split('\n').at(1) ?? '')
  if (!frame?.[1]) return undefined
  const file = decodeURI(frame[1].replace(/^\s*at (?:async )?/, '').replace(/^file:\/\//, ''))
  return { file, line: Number(frame[2]), column: Number(frame[3]) }
}
