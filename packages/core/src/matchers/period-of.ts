/** A day or a month, as a text that says which. */
export interface Period {
  /** `yyyy-MM-dd` or `yyyy-MM`. */
  readonly when: string
  readonly period: 'day' | 'month'
  /** UNIX seconds of its beginning in UTC. */
  readonly startSeconds: number
}

/** The period that a text names; nothing where it names none. */
export function periodOf(when: string): Period | undefined {
  const match = /^\d{4}-\d\d(-\d\d)?$/.exec(when)
  const startMs = Date.parse(match?.[1] ? when : `${when}-01`)
  if (!match || Number.isNaN(startMs)) return undefined
  return { when, period: match[1] ? 'day' : 'month', startSeconds: startMs / 1000 }
}
