import { setTimeout as sleep } from 'node:timers/promises'
import { addLease, countLeases } from '../journal/leases.ts'
import { type RunFolder, runFolderOfSetup } from '../journal/run-folder.ts'

// How long between two looks.
const everyMs = 50
// Longer than any file should take: a worker that hangs must not keep the run for ever.
const longestMs = 600_000

/**
 * Notes that this process uses what the run's global setup made, until the function that it gives is called. For a runner
 * that may end a run while workers of it still test.
 */
export function joinRun(): () => void {
  const folder = runFolderOfSetup()
  return folder ? addLease(usersOf(folder)) : () => {}
}

/**
 * Waits until no other process uses what the run's global setup made; a process that has died uses nothing. Asks twice in
 * a row, since a file may be between two of its sets.
 */
export async function untilUnused(folder: RunFolder): Promise<void> {
  const startedMs = performance.now()
  for (let unused = 0; unused < 2 && performance.now() - startedMs < longestMs; ) {
    unused = countLeases(usersOf(folder), { ofOthers: true }) === 0 ? unused + 1 : 0
    if (unused < 2) await sleep(everyMs)
  }
}

function usersOf({ path }: RunFolder): string {
  return `${path}/users`
}
