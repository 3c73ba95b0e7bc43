import { describeCause } from '../errors/describe-cause.ts'
import { describeCall } from '../events/describe-call.ts'
import type { FixtureEvent, FixtureListener } from '../events/fixture-event.ts'
import { toPlanTree } from '../plan/format/to-plan-tree.ts'

/** What is shown of setups: `plan`, each fixture as it comes (`live`), or every call too (`calls`). */
export type Show = 'plan' | 'live' | 'calls'

/** What a listener writes with. */
export interface TextListenerOptions {
  /** What uses the set, such as the test file's name. */
  readonly user: string
  readonly show: Show | undefined
  /** Writes one line. */
  readonly write: (line: string) => void
}

// A setup that takes longer than this has a line of its own.
const slowMs = 1_000

/** Tells of a set in text: a line where its setup took long, and what was asked to be shown. */
export function createTextListener({ user, show, write }: TextListenerOptions): FixtureListener {
  const ready: { name: string; durationMs: number }[] = []
  const left = new Set<string>()
  let calls = 0
  const say = (line: string) => write(`soracom-fixtures: ${user}: ${line}`)
  return (event) => {
    if (event.type === 'call') calls += 1
    if (event.type === 'fixture-ready') ready.push(event)
    if (event.type === 'setup-ended' && event.ok && event.durationMs > slowMs) {
      say(toSlowLine(event.durationMs, ready, calls))
    }
    if (event.type === 'removal-failed') left.add(event.what)
    if (event.type === 'teardown-ended' && left.size > 0) say(`still there: ${[...left].join(', ')}`)
    if (event.type === 'setup-started' && show) say(`plan\n${toPlanTree(event.plan)}`)
    if (show === 'live' || show === 'calls') for (const line of toLiveLines(event)) say(line)
    if (show === 'calls' && event.type === 'call') {
      say(`  ${describeCall(event)} (${Math.round(event.durationMs)} ms${event.fixture ? `, ${event.fixture}` : ''})`)
    }
  }
}

// `3 fixtures ready in 1.8 s (shop 1.2 s, meter 0.5 s; 7 calls)`
function toSlowLine(durationMs: number, ready: readonly { name: string; durationMs: number }[], calls: number): string {
  const slowest = ready.toSorted((a, b) => b.durationMs - a.durationMs).slice(0, 3)
  const shown = slowest.map(({ name, durationMs: ms }) => `${name} ${toSeconds(ms)}`).join(', ')
  return `${ready.length} ${ready.length === 1 ? 'fixture' : 'fixtures'} ready in ${toSeconds(durationMs)} (${shown}; ${calls} calls)`
}

function toLiveLines(event: FixtureEvent): string[] {
  switch (event.type) {
    case 'fixture-started':
      return [`${event.name} (${event.kind}) …`]
    case 'fixture-phase':
      return [`${event.name} … ${event.phase}`]
    case 'fixture-ready':
      return [`${event.name} ✓ ${toSeconds(event.durationMs)}`]
    case 'fixture-failed':
      return [`${event.name} ✗ ${describeCause(event.error)}`]
    case 'setup-ended':
      return [`${event.ok ? 'ready' : 'NOT ready'} in ${toSeconds(event.durationMs)}`]
    case 'removed':
      return [`deleted ${event.what}`]
    case 'removal-failed':
      return [`NOT deleted ${event.what}: ${describeCause(event.error)}`]
    default:
      return []
  }
}

function toSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
