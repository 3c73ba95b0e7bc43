import type { FixtureEvent, FixtureListener } from '../events/fixture-event.ts'
import { toPlanJson } from '../plan/format/to-plan-json.ts'

/**
 * Writes each event as a line of JSON: for a tool of one's own, or a look afterwards. No secret is in an event.
 *
 * @example
 * const listener = createNdjsonListener('a.test.ts', (line) => process.stderr.write(`${line}\n`))
 */
export function createNdjsonListener(user: string, write: (line: string) => void): FixtureListener {
  return (event) => write(JSON.stringify({ at: new Date().toISOString(), user, ...toPlainEvent(event) }))
}

function toPlainEvent(event: FixtureEvent): object {
  if (event.type === 'setup-started') return { ...event, plan: toPlanJson(event.plan) }
  if ('error' in event) return { ...event, error: toPlainError(event.error) }
  return event
}

function toPlainError(error: unknown): object {
  const { name, message, code } = (error ?? {}) as { name?: unknown; message?: unknown; code?: unknown }
  return { name, message: message ?? String(error), code }
}
