import type { Situation } from './situation.ts'
import { killedSituations } from './situations/killed.ts'
import { runWideSituations } from './situations/run-wide.ts'
import { runSituations } from './situations/runs.ts'
import { setupSituations } from './situations/setup.ts'
import { sharingSituations } from './situations/sharing.ts'
import { teardownSituations } from './situations/teardown.ts'
import { watchSituations } from './situations/watch.ts'

/** Everything that is held, or is not held yet. */
export const situations: readonly Situation[] = [
  ...setupSituations,
  ...teardownSituations,
  ...sharingSituations,
  ...runSituations,
  ...runWideSituations,
  ...watchSituations,
  ...killedSituations,
]
