import type { TargetCounts } from '../platform/embedded-emulator.ts'
import type { SessionTally } from './session-tally.ts'

/** What a whole run came to. */
export interface RunSummary {
  readonly operatorsMade: number
  readonly operatorsDeleted: number
  readonly operatorsLeft: number
  readonly calls: number
  readonly setups: number
  readonly failedSetups: number
  /** Of all setups together, side by side or not. */
  readonly setupMs: number
  /** Which target was used and why. */
  readonly target: string
  /** Labels of the operators that are left. */
  readonly left: readonly string[]
}

/** Adds up what the sets of a run came to. Where the target counts by itself, its counts stand. */
export function toRunSummary(tallies: readonly SessionTally[], target: string, counts?: TargetCounts): RunSummary {
  const made = new Set(tallies.flatMap(({ operatorsMade }) => operatorsMade))
  const deleted = new Set(tallies.flatMap(({ operatorsDeleted }) => operatorsDeleted))
  const left = [...made].filter((operator) => !deleted.has(operator))
  const sum = (read: (tally: SessionTally) => number) => tallies.reduce((all, tally) => all + read(tally), 0)
  return {
    operatorsMade: made.size,
    operatorsDeleted: deleted.size,
    operatorsLeft: left.length,
    calls: sum(({ calls }) => calls),
    setups: sum(({ setups }) => setups),
    failedSetups: sum(({ failedSetups }) => failedSetups),
    setupMs: sum(({ setupMs }) => setupMs),
    ...counts,
    target,
    left,
  }
}

/** The summary on a line. */
export function toSummaryLine(summary: RunSummary): string {
  const { operatorsMade, operatorsLeft, calls, setups, failedSetups, setupMs } = summary
  const left = operatorsLeft === 0 ? 'none is left' : `${operatorsLeft} LEFT`
  const failed = failedSetups === 0 ? '' : `, ${failedSetups} failed`
  const took = setups === 0 ? '' : `; ${count(setups, 'setup')}${failed} in ${(setupMs / 1000).toFixed(1)} s`
  return `soracom-fixtures: ${count(operatorsMade, 'operator')} made, ${left}; ${count(calls, 'call')}${took}`
}

/** The summary as Markdown, for the page of a GitHub job. */
export function toSummaryMarkdown(summary: RunSummary): string {
  const { operatorsMade, operatorsDeleted, operatorsLeft, calls, setups, failedSetups, setupMs, target, left } = summary
  return [
    '### SORACOM fixtures',
    '',
    `${target.replace(/^soracom-fixtures: /, '')}.`,
    '',
    '| operators made | deleted | left | calls | setups | failed | time of all setups |',
    '| ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    `| ${[operatorsMade, operatorsDeleted, operatorsLeft, calls, setups, failedSetups].join(' | ')} | ${(setupMs / 1000).toFixed(1)} s |`,
    ...(left.length > 0 ? ['', `Left: ${left.join(', ')}.`] : []),
    '',
  ].join('\n')
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
