import type { Configuration } from './configuration/configuration.ts'
import type { FixtureSet } from './declare/fixture-set.ts'
import { isWatching, runFolderOfSetup } from './journal/run-folder.ts'
import type { UseLife } from './open-fixtures.ts'
import { createKeptSession } from './run/create-kept-session.ts'
import { createSession, type MadeSet, type SessionOptions } from './session.ts'

/** One use of a set that is not the run's: made for it, or kept from an earlier run of a watch. */
export function createOwnSession(
  { use, ...made }: MadeSet<FixtureSet> & { readonly use: string },
  options: SessionOptions & { readonly configuration: () => Promise<Configuration> },
): UseLife {
  const folder = options.keep && isWatching() ? runFolderOfSetup() : undefined
  const kept = folder && createKeptSession(made, folder, use, options)
  return kept ?? createSession(made.set, options, made)
}
