import { withoutPage } from './error-page.ts'

/** The message of whatever was thrown, indented under the line that it stands in. */
export function describeCause(error: unknown): string {
  const message =
    typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error)
  return withoutPage(message).split('\n').join('\n    ')
}
