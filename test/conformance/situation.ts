import type { EmulatorCounts } from '@soracom-fixtures/emulator'
import type { InlineProject, ProjectFiles } from '../support/inline-project.ts'
import type { VitestVersion } from '../support/packed-packages.ts'
import type { RunOptions, RunOutcome, TestOutcome } from '../support/run-vitest.ts'

/**
 * Something that happens to a run of Vitest, and what must hold then. Whatever else it says: at the end no operator is
 * left.
 */
export type Situation = SharedSituation | OwnSituation

interface Common {
  /** What holds, as the title of a test. */
  readonly title: string
  /** The versions of Vitest that it is held under. */
  readonly versions: readonly VitestVersion[]
  /** Why it does not hold yet: it is told and not run. */
  readonly notYet?: string
  /** How many operators are made, where that is always the same. */
  readonly operatorsMade?: number
  /** How long after the end of the run what is left may still be deleted; not at all unless told. */
  readonly deletedWithinMs?: number
  readonly holds?: (seen: Seen) => void
}

/** One that is a test file among others, in one run with all of these. */
export interface SharedSituation extends Common {
  /** The file's code, behind its imports. */
  readonly code: string
}

/** One that needs a run of its own. */
export interface OwnSituation extends Common {
  readonly files: ProjectFiles
  readonly run?: (project: InlineProject) => RunOptions
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
}

/** Every version. */
export const all: readonly VitestVersion[] = ['3.2', '4.1', '5.1']

/** What every file of a situation may name. */
export const imports = `
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { defineFixtures, defineResource, fixturesTest, operator, subscriber, useFixtures } from '@soracom-fixtures/vitest'
`
