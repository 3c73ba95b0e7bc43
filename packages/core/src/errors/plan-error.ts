import { type SourceLocation, toLocationText } from '../declare/source-location.ts'
import { FixtureError } from './fixture-error.ts'

/** One thing that is wrong with a set, found before any call. */
export interface PlanProblem {
  /** The declaration's name in the set. */
  readonly name: string
  readonly kind: string
  readonly declaredAt: SourceLocation | undefined
  /** What is wrong and what to do, a sentence or two. */
  readonly message: string
}

/** A set of fixtures that cannot be set up as declared. Nothing was created; every problem found is in it. */
export class FixturePlanError extends FixtureError {
  readonly problems: readonly PlanProblem[]

  constructor(problems: readonly PlanProblem[]) {
    super('FIXTURE_PLAN', toMessage(problems))
    this.problems = problems
  }
}

function toMessage(problems: readonly PlanProblem[]): string {
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`
  const lines = problems.map(
    ({ name, kind, message, declaredAt }) =>
      `  ${name === kind ? name : `${name} (${kind})`}: ${message}\n    declared at ${toLocationText(declaredAt)}`,
  )
  return [`The fixtures have ${count}; nothing was created.`, ...lines].join('\n')
}
