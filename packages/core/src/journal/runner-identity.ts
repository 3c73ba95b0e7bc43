import { basename } from 'node:path'
import { identityOf, type ProcessIdentity } from './process-identity.ts'
import { runFolderOfSetup } from './run-folder.ts'
import { runnerPid } from './runner-process.ts'

/**
 * The process that the run stands and falls with: the one whose global setup began it, else the one that an adapter has
 * noted, else the one that started this worker, else this one.
 */
export function runnerOfThisProcess(): ProcessIdentity {
  const folder = runFolderOfSetup()
  const [, pid] = /^run-(\d+)-/.exec(folder ? basename(folder.path) : '') ?? []
  if (pid !== undefined) return identityOf(Number(pid))
  // A runner talks to the workers that it starts; a shell, whose child a runner is, does not.
  return identityOf(runnerPid())
}
