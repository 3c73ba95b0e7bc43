import { describe, expect, test } from 'vitest'
import { decideRetry, type Outcome, type RetryQuestion } from './retry-policy.ts'

function decide(question: Partial<RetryQuestion>) {
  return decideRetry({
    outcome: answered(503),
    repeat: 'safe',
    attempt: 1,
    mostAttempts: 10,
    remainingMs: 60_000,
    random: 0,
    ...question,
  })
}

function answered(status: number, retryAfterMs?: number): Outcome {
  return { kind: 'answered', status, retryAfterMs }
}

const lost: Outcome = { kind: 'silent', sent: 'maybe' }
const unsent: Outcome = { kind: 'silent', sent: 'no' }

describe('a call that may be repeated', () => {
  test.each([408, 425, 429, 500, 502, 503, 504])('is sent again after %i', (status) => {
    expect(decide({ outcome: answered(status) }).retry).toBe(true)
  })

  test.each([400, 401, 403, 404, 409, 501])('is not sent again after %i', (status) => {
    expect(decide({ outcome: answered(status) }).retry).toBe(false)
  })

  test('is sent again when its answer is lost or it was not sent', () => {
    expect(decide({ outcome: lost }).retry).toBe(true)
    expect(decide({ outcome: unsent }).retry).toBe(true)
  })
})

describe('a call that may not be repeated', () => {
  test.each([
    ['was not sent', unsent],
    ['was turned away by the rate limit', answered(429)],
    ['was turned away by a server that says when to come back', answered(503, 1000)],
  ])('is sent again when it %s', (_, outcome) => {
    expect(decide({ repeat: 'unsafe', outcome }).retry).toBe(true)
  })

  test.each([
    ['its answer is lost', lost],
    ['a gateway lost it', answered(502)],
    ['a gateway gave up on it', answered(504)],
    ['the server failed', answered(500)],
    ['the server may have taken it before it failed', answered(503)],
    ['the server waited for it too long', answered(408)],
  ])('is not sent again when %s', (_, outcome) => {
    expect(decide({ repeat: 'unsafe', outcome }).retry).toBe(false)
  })
})

describe('the delay', () => {
  test('doubles up to ten seconds', () => {
    const delays = [1, 2, 3, 6, 7, 9].map((attempt) => decide({ attempt, random: 1 }))
    expect(delays).toEqual([200, 400, 800, 6400, 10_000, 10_000].map((delayMs) => ({ retry: true, delayMs })))
  })

  test('loses up to a half at random', () => {
    expect(decide({ random: 0 })).toEqual({ retry: true, delayMs: 100 })
    expect(decide({ random: 0.5 })).toEqual({ retry: true, delayMs: 150 })
  })

  test('is never shorter than what the server asks for', () => {
    expect(decide({ outcome: answered(429, 7000) })).toEqual({ retry: true, delayMs: 7000 })
    expect(decide({ outcome: answered(429, 7000), random: 1 })).toEqual({ retry: true, delayMs: 7200 })
  })
})

describe('the end', () => {
  test('comes when the deadline leaves no time for the delay', () => {
    expect(decide({ outcome: answered(429, 7000), remainingMs: 7000 })).toEqual({ retry: false })
    expect(decide({ outcome: answered(429, 7000), remainingMs: 7001 }).retry).toBe(true)
  })

  test('comes with the most attempts that are wanted', () => {
    expect(decide({ attempt: 9 }).retry).toBe(true)
    expect(decide({ attempt: 10 }).retry).toBe(false)
    expect(decide({ attempt: 1, mostAttempts: 1 }).retry).toBe(false)
  })

  test('comes sooner where nobody listens or the server is at fault', () => {
    expect([3, 4].map((attempt) => decide({ outcome: unsent, attempt }).retry)).toEqual([true, false])
    expect([2, 3].map((attempt) => decide({ outcome: answered(500), attempt }).retry)).toEqual([true, false])
  })
})
