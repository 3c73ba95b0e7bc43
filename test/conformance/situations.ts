import type { Situation } from './situation.ts'
import { earlyEndsOfJestSituations } from './situations/early-ends-of-jest.ts'
import { hooksOfJestSituations } from './situations/hooks-of-jest.ts'
import { killedSituations } from './situations/killed.ts'
import { killedOfJestSituations } from './situations/killed-of-jest.ts'
import { realmSituations } from './situations/realms.ts'
import { runOfJestSituations } from './situations/run-of-jest.ts'
import { runWideSituations } from './situations/run-wide.ts'
import { runSituations } from './situations/runs.ts'
import { setupSituations } from './situations/setup.ts'
import { sharingSituations } from './situations/sharing.ts'
import { teardownSituations } from './situations/teardown.ts'
import { watchSituations } from './situations/watch.ts'
import { watchOfJestSituations } from './situations/watch-of-jest.ts'

/** Everything that is held, or is not held yet. */
export const situations: readonly Situation[] = [
  ...setupSituations,
  ...teardownSituations,
  ...sharingSituations,
  ...hooksOfJestSituations,
  ...realmSituations,
  ...runSituations,
  ...runWideSituations,
  ...watchSituations,
  ...runOfJestSituations,
  ...earlyEndsOfJestSituations,
  ...watchOfJestSituations,
  ...killedSituations,
  ...killedOfJestSituations,
]
