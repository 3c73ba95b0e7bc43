import { spawn } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import type { Configuration } from '../configuration/configuration.ts'
import type { JournalPlace } from '../journal/journal-folder.ts'
import { withLock } from '../journal/lock.ts'
import { identityOf } from '../journal/process-identity.ts'
import { readReaper, reaperLockPath, writeReaper } from '../journal/reaper-mark.ts'
import { runFolderOfSetup } from '../journal/run-folder.ts'
import { runnerOfThisProcess } from '../journal/runner-identity.ts'
import { builtFile } from '../kit/built-file.ts'
import type { ReaperOrder } from './reaper-order.ts'

/**
 * Starts the reaper of a run where none is alive: a process of its own group that outlives this one, and cleans up when
 * no process of the run is alive any more. Called after the journal has what it shall find: a reaper looks once more,
 * under the same lock, before it ends.
 */
export async function ensureReaper(place: JournalPlace, configuration: Configuration): Promise<void> {
  const started = startedHere()
  const name = `${place.folder} ${place.run}`
  // One that this process has started or seen waits for this process, which stands in the journal.
  if (started.has(name)) return
  await withLock(reaperLockPath(place.folder, place.run), async () => {
    if (!readReaper(place.folder, place.run)) start(place, configuration)
  })
  started.add(name)
}

function start({ folder, run }: JournalPlace, { options, authKeyId, authKey, journalStore }: Configuration): void {
  const { allowHosts, language, callTimeoutMs, deadlineMs, maxInFlight } = options
  const order: ReaperOrder = {
    folder,
    run,
    runner: runnerOfThisProcess(),
    runFolder: runFolderOfSetup()?.path,
    client: { allowHosts, language, callTimeoutMs, deadlineMs, maxInFlight },
    store: journalStore,
    authKeyId,
    authKey,
  }
  const child = spawn(process.execPath, [fileURLToPath(builtFile('reaper.mjs'))], {
    detached: true,
    cwd: folder,
    env: environmentOfReaper(),
    stdio: ['pipe', 'ignore', 'ignore'],
    windowsHide: true,
  })
  const warn = (reason: string) =>
    process.emitWarning(
      `soracom-fixtures: the reaper could not be started (${reason}); "soracom-fixtures sweep" cleans up after a run that is killed.`,
    )
  child.on('error', (error) => warn(error.message))
  // Whether it takes its order shows by its exit code; a pipe that is closed says nothing more.
  child.stdin.on('error', () => {})
  child.on('exit', (code) => code && warn(`exit code ${code}`))
  if (child.pid === undefined) return
  writeReaper(folder, run, identityOf(child.pid))
  // Held open until this process ends, however it ends: then the reaper reads the end of its input.
  child.stdin.write(`${JSON.stringify(order)}\n`)
  child.unref()
  ;(child.stdin as unknown as { unref(): void }).unref()
}

// What the network needs and no more: an auth key may stand in the environment, and options of the runner do not fit.
function environmentOfReaper(): NodeJS.ProcessEnv {
  const kept =
    /^(PATH|HOME|USERPROFILE|TMPDIR|TEMP|TMP|SYSTEMROOT|NODE_EXTRA_CA_CERTS|SSL_CERT_(FILE|DIR)|(HTTPS?|NO)_PROXY)$/i
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => kept.test(name)))
}

const key = Symbol.for('soracom-fixtures.reapers')

function startedHere(): Set<string> {
  const holder = globalThis as { [key]?: Set<string> }
  holder[key] ??= new Set()
  return holder[key]
}
