import { FixtureWaitError } from '../errors/wait-error.ts'
import { eventually } from '../wait/eventually.ts'
import type { MatcherContext, MatcherOptions } from './matcher.ts'

/** What was seen in the end, and how. */
export interface Looked<State> {
  readonly state: State
  readonly pass: boolean
  /** Whether it changed while it was looked at, so that data was still coming. */
  readonly changed: boolean
  readonly looks: number
  readonly waitedMs: number
}

const hereMs = 1000
const elsewhereMs = 4000
const everyMs = 100

/**
 * Looks until a state passes, or with `.not` until it no longer does, as long as data may take to come. What the target
 * refuses is thrown at once.
 */
export async function lookUntil<State>(
  look: () => Promise<State>,
  passes: (state: State) => boolean,
  { isNot, timeout, endpoint }: MatcherContext & MatcherOptions & { readonly endpoint: string },
): Promise<Looked<State>> {
  const startedMs = performance.now()
  let looks = 0
  let first: string | undefined
  let last: State | undefined
  const until = (state: State) => passes(state) !== (isNot ?? false)
  const lookOnce = async () => {
    const state = await look()
    looks += 1
    first ??= JSON.stringify(state)
    last = state
    return state
  }
  try {
    const { hostname } = new URL(endpoint)
    const isHere = /^(localhost|127\..*|\[::1\])$/.test(hostname)
    await eventually(lookOnce, { until, timeout: timeout ?? (isHere ? hereMs : elsewhereMs), every: everyMs })
  } catch (error) {
    if (!FixtureWaitError.is(error)) throw error
  }
  const state = last as State
  const waitedMs = Math.round(performance.now() - startedMs)
  return { state, pass: passes(state), changed: JSON.stringify(state) !== first, looks, waitedMs }
}
