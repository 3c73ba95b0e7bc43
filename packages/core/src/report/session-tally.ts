import type { FixtureEvent, FixtureListener } from '../events/fixture-event.ts'

/** What came of one set, or of several together. */
export interface SessionTally {
  /** The test file, or what else used the set. */
  readonly user: string
  /** Labels of the operators that were made, such as `operator OP0012345678`. */
  readonly operatorsMade: readonly string[]
  readonly operatorsDeleted: readonly string[]
  /** Requests, those of tests through a handle's client among them. */
  readonly calls: number
  readonly setups: number
  readonly failedSetups: number
  readonly setupMs: number
  /** How long each fixture took to be ready, in milliseconds. */
  readonly fixtures: readonly { readonly name: string; readonly kind: string; readonly durationMs: number }[]
}

/** Counts what one set comes to. */
export function createSessionTally(user: string): { readonly listener: FixtureListener; read(): SessionTally } {
  const operatorsMade = new Set<string>()
  const operatorsDeleted = new Set<string>()
  const fixtures: { name: string; kind: string; durationMs: number }[] = []
  const sums = { calls: 0, setups: 0, failedSetups: 0, setupMs: 0 }
  return {
    listener(event: FixtureEvent) {
      if (event.type === 'call') sums.calls += 1
      else if (event.type === 'made' && event.kind === 'operator') operatorsMade.add(event.what)
      else if (event.type === 'removed' && event.kind === 'operator') operatorsDeleted.add(event.what)
      else if (event.type === 'fixture-ready') {
        fixtures.push({ name: event.name, kind: event.kind, durationMs: Math.round(event.durationMs) })
      } else if (event.type === 'setup-ended') {
        sums.setups += 1
        sums.setupMs += event.durationMs
        if (!event.ok) sums.failedSetups += 1
      }
    },
    read: () => ({
      user,
      operatorsMade: [...operatorsMade],
      operatorsDeleted: [...operatorsDeleted],
      ...sums,
      fixtures,
    }),
  }
}
