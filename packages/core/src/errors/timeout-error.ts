import { FixtureError } from './fixture-error.ts'

/** One fixture that was not ready in its time. Its setup was given up; what it had made is undone. */
export class FixtureTimeoutError extends FixtureError {
  readonly timeoutMs: number

  constructor(
    timeoutMs: number,
    seen: { readonly lastSeen: string | undefined; readonly lastAnswer: string | undefined },
  ) {
    const lines = toSeenLines(seen).map((line) => `  ${line}`)
    const headline = `it was not ready within ${timeoutMs} ms (fixtureTimeoutMs) and was given up`
    super('FIXTURE_TIMEOUT', [headline, ...lines].join('\n'))
    this.timeoutMs = timeoutMs
  }
}

/** The last state that was seen and the last answer, a line each, where there was one. */
export function toSeenLines({
  lastSeen,
  lastAnswer,
}: {
  readonly lastSeen: string | undefined
  readonly lastAnswer: string | undefined
}): string[] {
  return [
    ...(lastSeen === undefined ? [] : [`last state seen: ${lastSeen}`]),
    ...(lastAnswer === undefined ? [] : [`last answer: ${lastAnswer}`]),
  ]
}
