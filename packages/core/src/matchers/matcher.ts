/** What a runner gives a matcher as `this`, as far as it is read here; Vitest and Jest both do. */
export interface MatcherContext {
  readonly isNot?: boolean | undefined
}

/** What a runner takes from a matcher. */
export interface MatcherResult {
  readonly pass: boolean
  readonly message: () => string
}

/** How long a matcher looks. */
export interface MatcherOptions {
  /**
   * Milliseconds; 1,000 on this machine and 4,000 elsewhere unless told, which is below the five seconds that runners
   * give a test. Give a test that waits longer more time as well.
   */
  readonly timeout?: number
}

/** An amount that is looked at: what it is of, when, and how it compares. */
export interface ComparedAmount {
  /** Such as `s1.fast upload` or a bill item. */
  readonly item: string
  /** A day (`yyyy-MM-dd`) or a month (`yyyy-MM`). */
  readonly when: string
  /** Nothing where nothing is expected of it; told for what else there is. */
  readonly expected: number | undefined
  /** Nothing where the target has none. */
  readonly found: number | undefined
}

/** Whether an amount is what is expected; amounts of money differ by what binary fractions leave over. */
export function isSame({ expected, found }: ComparedAmount): boolean {
  if (expected === undefined) return true
  return found !== undefined && Math.abs(found - expected) < leastDifference
}

const leastDifference = 5e-10
