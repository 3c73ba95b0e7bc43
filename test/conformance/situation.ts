import type { EmulatorCounts } from '@soracom-fixtures/emulator'
import type { ProjectFiles } from '../support/inline-project.ts'
import type { RunOutcome, TestOutcome } from '../support/run-runner.ts'
import type { VitestRunOptions } from '../support/run-vitest.ts'
import type { RunnerName, SituationProject } from './runners.ts'

/**
 * Something that happens to a run of tests, and what must hold then. Whatever else it says: at the end no operator is
 * left.
 */
export type Situation = SharedSituation | OwnSituation

interface Common {
  /** What holds, as the title of a test. */
  readonly title: string
  /** The versions of the runners that it is held under. */
  readonly runners: readonly RunnerName[]
  /** Why it does not hold yet: it is told and not run. */
  readonly notYet?: string
  /** How many operators are made, where that is always the same. */
  readonly operatorsMade?: number
  /** How long after the end of the run what is left may still be deleted; not at all unless told. */
  readonly deletedWithinMs?: number
  readonly holds?: (seen: Seen) => void | Promise<void>
}

/** One that is a test file among others, in one run with all of these. */
export interface SharedSituation extends Common {
  /** The file's code, behind its imports. */
  readonly code: string
}

/** One that needs a run of its own. */
export interface OwnSituation extends Common {
  /** The files; given what a test file of the runner begins with where it is held under Vitest and Jest. */
  readonly files: ProjectFiles | ((imports: string) => ProjectFiles)
  readonly run?: (project: SituationProject) => VitestRunOptions
  /** A command that this machine must have. */
  readonly needs?: string
}

/** What there is to see after a run. */
export interface Seen {
  readonly outcome: RunOutcome
  /** The tests of the situation. */
  readonly tests: readonly TestOutcome[]
  /** Their titles by status. */
  readonly passed: readonly string[]
  readonly counts: EmulatorCounts
  /** Where the situation has a run of its own. */
  readonly project?: SituationProject
}
