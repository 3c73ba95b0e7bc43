/** What became of one attempt that did not succeed. */
export type Outcome =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfterMs: number | undefined }
  | { readonly kind: 'silent'; readonly sent: 'no' | 'maybe' }

/** What the decision is made of. */
export interface RetryQuestion {
  readonly outcome: Outcome
  /** Whether the call may be sent twice when nobody knows what became of it. */
  readonly repeatable: boolean
  /** Attempts so far, from 1. */
  readonly attempt: number
  readonly elapsedMs: number
  readonly deadlineMs: number
  /** From 0 to 1. */
  readonly random: number
}

/** Whether to try again, and when. */
export type RetryDecision = { readonly retry: true; readonly delayMs: number } | { readonly retry: false }

const firstDelayMs = 200
const longestDelayMs = 10_000
const mostAttempts = 8
// A target that nobody answers at is dead rather than busy, and fails sooner.
const mostUnsentAttempts = 4

/**
 * Decides whether a call is sent again. Pure. First of all: may it be? Either it surely had no effect (it never left, or
 * was turned away by the rate limit), or repeating it is harmless.
 */
export function decideRetry(question: RetryQuestion): RetryDecision {
  const { outcome, repeatable, attempt, elapsedMs, deadlineMs, random } = question
  if (!isWorthIt(outcome) || (!repeatable && !isWithoutEffect(outcome))) return { retry: false }
  const most = outcome.kind === 'silent' && outcome.sent === 'no' ? mostUnsentAttempts : mostAttempts
  if (attempt >= most) return { retry: false }
  const asked = outcome.kind === 'answered' ? outcome.retryAfterMs : undefined
  const delayMs = asked === undefined ? backOff(attempt, random) : asked + random * firstDelayMs
  return elapsedMs + delayMs >= deadlineMs ? { retry: false } : { retry: true, delayMs: Math.round(delayMs) }
}

function isWorthIt(outcome: Outcome): boolean {
  return outcome.kind === 'silent' || [408, 425, 429, 500, 502, 503, 504].includes(outcome.status)
}

function isWithoutEffect(outcome: Outcome): boolean {
  if (outcome.kind === 'silent') return outcome.sent === 'no'
  return outcome.status === 429 || (outcome.status === 503 && outcome.retryAfterMs !== undefined)
}

// Doubles each time; a random half of it is left out, so that those who failed together do not come back together.
function backOff(attempt: number, random: number): number {
  return Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt - 1)) * (0.5 + random / 2)
}
