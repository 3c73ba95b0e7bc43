import type { Repeat } from '../wire/request.ts'

/** What became of one attempt that did not succeed. */
export type Outcome =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfterMs: number | undefined }
  | { readonly kind: 'silent'; readonly sent: 'no' | 'maybe' }

/** What the decision is made of. */
export interface RetryQuestion {
  readonly outcome: Outcome
  readonly repeat: Repeat
  /** Attempts so far, from 1. */
  readonly attempt: number
  /** The most attempts that the user wants. */
  readonly mostAttempts: number
  /** What is left of the call's time. */
  readonly remainingMs: number
  /** From 0 to 1. */
  readonly random: number
}

/** Whether to try again, and when. */
export type RetryDecision = { readonly retry: true; readonly delayMs: number } | { readonly retry: false }

const firstDelayMs = 200
const longestDelayMs = 10_000
const worthRepeating = [408, 425, 429, 500, 502, 503, 504]
// A target that nobody answers at is dead rather than busy, and a 500 is rather a fault than a mishap: both fail sooner.
const mostUnsentAttempts = 4
const mostFaultyAttempts = 3

/**
 * Decides whether a call is sent again. Pure. First of all: may it be? Either it surely had no effect (it never left, or
 * was turned away unprocessed), or repeating it is harmless.
 */
export function decideRetry(question: RetryQuestion): RetryDecision {
  const { outcome, repeat, attempt, remainingMs, random } = question
  if (!isWorthIt(outcome) || (repeat === 'unsafe' && !isWithoutEffect(outcome))) return { retry: false }
  if (attempt >= Math.min(question.mostAttempts, mostAttemptsAfter(outcome))) return { retry: false }
  const asked = outcome.kind === 'answered' ? outcome.retryAfterMs : undefined
  const delayMs = Math.round(asked === undefined ? backOff(attempt, random) : asked + random * firstDelayMs)
  return delayMs >= remainingMs ? { retry: false } : { retry: true, delayMs }
}

function isWorthIt(outcome: Outcome): boolean {
  return outcome.kind === 'silent' || worthRepeating.includes(outcome.status)
}

function isWithoutEffect(outcome: Outcome): boolean {
  if (outcome.kind === 'silent') return outcome.sent === 'no'
  return outcome.status === 429 || (outcome.status === 503 && outcome.retryAfterMs !== undefined)
}

function mostAttemptsAfter(outcome: Outcome): number {
  if (outcome.kind === 'silent') return outcome.sent === 'no' ? mostUnsentAttempts : Number.POSITIVE_INFINITY
  return outcome.status === 500 ? mostFaultyAttempts : Number.POSITIVE_INFINITY
}

// Doubles each time; a random half of it is left out, so that those who failed together do not come back together.
function backOff(attempt: number, random: number): number {
  return Math.min(longestDelayMs, firstDelayMs * 2 ** (attempt - 1)) * (0.5 + random / 2)
}
