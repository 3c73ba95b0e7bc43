import { type Configuration, resolveConfiguration } from './configuration/configuration.ts'
import { isDefinedFixtures, toFixtureSet, type UsableFixtures } from './declare/define-fixtures.ts'
import type { FixtureSet, Handles } from './declare/fixture-set.ts'
import { isWatching, runFolderOfSetup } from './journal/run-folder.ts'
import { createKeptSession } from './run/create-kept-session.ts'
import { createRunSession } from './run/create-run-session.ts'
import { readRunConfiguration } from './run/run-configuration.ts'
import type { UsePlace } from './scope/live-sets.ts'
import { nameUse } from './scope/name-use.ts'
import { createSession, type SessionOptions } from './session.ts'

/** One use of a set, as a runner's adapter holds it. */
export interface UsedFixtures<Set extends FixtureSet> {
  readonly handles: Handles<Set>
  /** Makes the set there, once; throws the same error each time. */
  setup(where: UsePlace): Promise<unknown>
  /** Deletes it; gives up a setup under way first. */
  teardown(): Promise<void>
}

/**
 * Opens a set for one use: what `useFixtures` of each runner is made of. A run-wide set is read or leased, any other is
 * made.
 *
 * @throws {FixturePlanError} with everything that is wrong in the set.
 */
export function openFixtures<Set extends FixtureSet>(
  fixtures: Set | UsableFixtures<Set>,
  options: SessionOptions = {},
): UsedFixtures<Set> {
  const set = toFixtureSet(fixtures as FixtureSet) as Set
  const shared = { ...options, configuration: options.configuration ?? once(options) }
  if (isDefinedFixtures(fixtures) && fixtures.scope === 'run') return createRunSession<Set>(fixtures, set, shared)
  const folder = options.keep && isWatching() ? runFolderOfSetup() : undefined
  const kept = folder && createKeptSession(set, folder, nameUse(options.user ?? '', set), shared)
  return kept ?? createSession(set, shared)
}

// The configuration is looked for when it is needed first, and once.
function once({ config, cwd }: SessionOptions): () => Promise<Configuration> {
  let found: Promise<Configuration> | undefined
  return () => {
    found ??= resolveConfiguration({ cwd, overrides: config, recorded: readRunConfiguration() })
    return found
  }
}
