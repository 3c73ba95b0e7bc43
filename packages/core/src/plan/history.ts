import type { Plan, PlanStep } from './make-plan.ts'

/** How long fixtures took in earlier runs, in milliseconds: the last few times of each, by `kind name` and by `kind`. */
export type History = Readonly<Record<string, readonly number[]>>

/** One time that a fixture took. */
export interface TimeTaken {
  readonly name: string
  readonly kind: string
  readonly durationMs: number
}

// The last few tell how long it takes now; one that was slow by chance does not count in the middle of them.
const mostTimes = 9
// A project's names come and go; without a bound the history would keep them all.
const mostNames = 2_000

/** The history with the times of one more run. What was not seen for longest makes room. */
export function addToHistory(history: History, taken: readonly TimeTaken[]): History {
  const times = new Map(Object.entries(history))
  for (const { name, kind, durationMs } of taken) {
    for (const key of [kind, `${kind} ${name}`]) {
      const known = times.get(key) ?? []
      times.delete(key)
      times.set(key, [...known, durationMs].slice(-mostTimes))
    }
  }
  return Object.fromEntries([...times].slice(-mostNames))
}

/**
 * How long a set may take to set up, by what earlier runs took: the longest chain of fixtures that wait for one another.
 * Nothing where a kind of fixture in it was never seen.
 */
export function toExpectedMs({ steps }: Plan, history: History): number | undefined {
  const ends = new Map<PlanStep['declaration'], number>()
  for (const step of steps) {
    const ownMs = step.takenFrom ? 0 : expectedOf(step, history)
    if (ownMs === undefined) return undefined
    const begins = step.waitsFor.reduce((latest, declaration) => Math.max(latest, ends.get(declaration) ?? 0), 0)
    ends.set(step.declaration, begins + ownMs)
  }
  return [...ends.values()].reduce((latest, end) => Math.max(latest, end), 0)
}

function expectedOf({ name, declaration }: PlanStep, history: History): number | undefined {
  const { kind } = declaration
  const times = history[`${kind} ${name}`] ?? history[kind]
  if (!times || times.length === 0) return undefined
  return [...times].sort((a, b) => a - b)[times.length >> 1]
}
