/**
 * How soon readers see a change: at once; `lagMs` later by the emulator's clock; after `polls` reads that miss it; or
 * `adversarial`, where each change is missed by up to three reads and rows come in any order, as the seed draws them.
 */
export type ConsistencyRule = 'immediate' | { readonly lagMs: number } | { readonly polls: number } | 'adversarial'

/** How soon changes are seen, by where they are read. */
export interface Consistency {
  /** `/query/*`: SIMs that are new or have changed. The sandbox's index was seen up to 15 seconds late. */
  readonly index: ConsistencyRule
  /** Air and Beam stats that the sandbox's own calls inserted. At once in the sandbox, 5 to 10 minutes in production. */
  readonly stats: ConsistencyRule
  /** `GET /orders/{order_id}/subscribers` after the shipment. At once in the sandbox. */
  readonly orderSubscribers: ConsistencyRule
}

/** When a change is seen: not before a time, nor before a number of reads has missed it. */
export interface Delay {
  readonly untilMs: number
  readonly polls: number
}

/** The delay of a change that is made now; `draw(n)` gives a whole number below n. */
export function toDelay(rule: ConsistencyRule, nowMs: number, draw: (below: number) => number): Delay {
  if (rule === 'immediate') return { untilMs: nowMs, polls: 0 }
  if (rule === 'adversarial') return { untilMs: nowMs, polls: draw(mostMissedReads + 1) }
  return 'lagMs' in rule ? { untilMs: nowMs + rule.lagMs, polls: 0 } : { untilMs: nowMs, polls: rule.polls }
}

/** Whether a change is seen by a read that comes now, after a number of reads that missed it. */
export function isSeen({ untilMs, polls }: Delay, nowMs: number, missedReads: number): boolean {
  return nowMs >= untilMs && missedReads >= polls
}

/** Rows in an order that `draw` gives; a copy. */
export function shuffle<Row>(rows: readonly Row[], draw: (below: number) => number): Row[] {
  const shuffled = [...rows]
  for (let at = shuffled.length - 1; at > 0; at -= 1) {
    const other = draw(at + 1)
    const row = shuffled[at] as Row
    shuffled[at] = shuffled[other] as Row
    shuffled[other] = row
  }
  return shuffled
}

const mostMissedReads = 3
