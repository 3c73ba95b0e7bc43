/** One thing that was looked at. */
export interface Finding {
  /** Stays the same, for scripts: `node-version`. */
  readonly id: string
  /** `unknown` where it could not be looked at. */
  readonly state: 'ok' | 'note' | 'problem' | 'unknown'
  /** What was found, and why that matters where it does. */
  readonly reason: string
  /** A line that mends it. */
  readonly mend?: string
}

/** The exit code of findings: 1 with a problem, 2 where something could not be looked at, 0 otherwise. */
export function toExitCode(findings: readonly Finding[]): 0 | 1 | 2 {
  if (findings.some(({ state }) => state === 'problem')) return 1
  return findings.some(({ state }) => state === 'unknown') ? 2 : 0
}
