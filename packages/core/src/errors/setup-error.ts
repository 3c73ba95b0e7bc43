import { type SourceLocation, toLocationText } from '../declare/source-location.ts'
import { describeCause } from './describe-cause.ts'
import { FixtureError } from './fixture-error.ts'
import { toSeenLines } from './timeout-error.ts'
import { toSweepAdvice } from './to-sweep-advice.ts'

/** How far one fixture came. */
export interface StepReport {
  readonly name: string
  readonly kind: string
  readonly declaredAt: SourceLocation | undefined
  readonly state: 'ready' | 'failed' | 'interrupted' | 'not started'
  /** What it was doing when it failed or was interrupted. */
  readonly phase: string | undefined
  /** The last state that a wait of it has seen. */
  readonly lastSeen: string | undefined
  /** The last answer of the API to it, such as `POST /orders → 201`. */
  readonly lastAnswer: string | undefined
  readonly error: unknown
}

/** What a failed setup left, after its own cleaning up. */
export interface CleanupReport {
  /** What was deleted again, such as `operator OP0012345678`. */
  readonly removed: readonly string[]
  readonly failed: readonly { readonly what: string; readonly error: unknown }[]
}

/** Two reports as one. */
export function joinReports(a: CleanupReport, b: CleanupReport): CleanupReport {
  return { removed: [...a.removed, ...b.removed], failed: [...a.failed, ...b.failed] }
}

/** A set of fixtures that could not be set up. Says how far each fixture came and what was cleaned up. */
export class FixtureSetupError extends FixtureError {
  readonly steps: readonly StepReport[]
  readonly cleanup: CleanupReport
  /** Every error that a fixture failed with, the first one also as `cause`. */
  readonly errors: readonly unknown[]

  constructor(steps: readonly StepReport[], cleanup: CleanupReport, timeoutMs?: number) {
    const failed = steps.filter((step) => step.state === 'failed')
    const headline = timeoutMs === undefined ? toFailure(failed) : toTimeout(steps, timeoutMs)
    super(
      timeoutMs === undefined ? 'FIXTURE_SETUP' : 'FIXTURE_SETUP_TIMEOUT',
      [headline, `  ${steps.map(toMark).join('  ')}`, ...toCleanup(cleanup)].join('\n'),
      { cause: failed[0]?.error },
    )
    this.steps = steps
    this.cleanup = cleanup
    this.errors = failed.map((step) => step.error)
  }
}

function toFailure(failed: readonly StepReport[]): string {
  const lines = failed.map(
    (step) =>
      `  ${step.name} (${step.kind}) failed${step.phase ? ` while ${step.phase}` : ''}: ${describeCause(step.error)}\n` +
      `    declared at ${toLocationText(step.declaredAt)}`,
  )
  return ['The fixtures could not be set up.', ...lines].join('\n')
}

function toTimeout(steps: readonly StepReport[], timeoutMs: number): string {
  const running = steps.filter((step) => step.state === 'interrupted' || step.state === 'failed')
  const lines = running.flatMap((step) => [
    `  ${step.name} (${step.kind}) was ${step.phase ?? 'being created'}`,
    ...[...toSeenLines(step), `declared at ${toLocationText(step.declaredAt)}`].map((line) => `    ${line}`),
  ])
  return [
    `The fixtures were not ready within ${timeoutMs} ms (setupTimeoutMs); the setup was given up.`,
    ...lines,
    '  If the target is only slow, raise setupTimeoutMs in the options or in soracom-fixtures.config.ts.',
  ].join('\n')
}

// `meter ✓`, `cards ✗ 400 COM0008`, `usage – not started`
function toMark(step: StepReport): string {
  if (step.state === 'ready') return `${step.name} ✓`
  if (step.state === 'not started') return `${step.name} – not started`
  const { status, apiCode } = (step.error ?? {}) as { status?: unknown; apiCode?: unknown }
  const answer = [status, apiCode].filter((part) => part !== undefined).join(' ')
  return step.state === 'failed' ? `${step.name} ✗${answer && ` ${answer}`}` : `${step.name} … interrupted`
}

function toCleanup({ removed, failed }: CleanupReport): string[] {
  if (removed.length === 0 && failed.length === 0) return ['  Nothing had been made that is left.']
  const lines = removed.length > 0 ? [`  What was made is deleted again: ${removed.join(', ')}.`] : []
  for (const { what, error } of failed) lines.push(`  Still there: ${what}: ${describeCause(error)}`)
  return [...lines, ...toSweepAdvice(failed)]
}
