import type { CallEvent } from '@soracom-fixtures/client'

/** One request and what came of it, on a line: `POST /orders → 400 COM0008`. */
export function describeCall({ method, path, status, apiCode, failure, outcome }: CallEvent): string {
  const answer = [status, apiCode, failure].filter((part) => part !== undefined).join(' ')
  return `${method} ${path} → ${answer === '' ? outcome : answer}`
}
