import type { AnyDefinedFixtures } from '../declare/define-fixtures.ts'
import { runFolderOfRunner, runFolderOfSetup } from '../journal/run-folder.ts'
import { settleRunner } from '../journal/runner-process.ts'
import { leaseByFolder } from './lease-by-folder.ts'
import { leaseInProcess } from './lease-in-process.ts'
import type { RunContext, RunLease } from './run-lease.ts'

/**
 * Gives a hold on a run-wide set that the run's global setup did not make. Whoever needs it first makes it, under a lock
 * between the processes of the run, and the last one deletes it; on an embedded emulator, which each process has its own
 * of, that is within the process.
 *
 * @throws {FixtureSetupError} where it cannot be made; {FixtureRunError} where another process could not make it.
 */
export async function leaseRunSet(defined: AnyDefinedFixtures, context: RunContext): Promise<RunLease> {
  const ofSetup = runFolderOfSetup()
  await settleRunner()
  const { target, authKey } = await context.configuration()
  if (!ofSetup && target.kind === 'emulator') return await leaseInProcess(defined, context)
  return await leaseByFolder(ofSetup ?? runFolderOfRunner(context.cwd, authKey), defined, context)
}
