import type { Configuration } from '../configuration/configuration.ts'
import type { Declaration } from '../declare/declaration.ts'
import type { AnyDefinedFixtures } from '../declare/define-fixtures.ts'
import { withoutPage } from '../errors/error-page.ts'
import { FixtureRunError } from '../errors/run-error.ts'
import type { CleanupReport } from '../errors/setup-error.ts'
import { toCallListener } from '../events/to-call-listener.ts'
import { addLease, countLeases } from '../journal/leases.ts'
import { withLock } from '../journal/lock.ts'
import { removeFile } from '../journal/remove-file.ts'
import type { RunFolder } from '../journal/run-folder.ts'
import type { Plan } from '../plan/make-plan.ts'
import { planFixtures } from '../planning/plan-fixtures.ts'
import { openPlatform } from '../platform/open-platform.ts'
import { createPlatformClient } from '../platform/platform-client.ts'
import type { SessionLife } from '../session.ts'
import { destroyHandles } from './destroy-handles.ts'
import { receiveHandles } from './receive-handles.ts'
import { nothingToClean, type RunContext, type RunLease } from './run-lease.ts'
import { type RunRecord, readRecord, recordPath, toRunKey, writeRecord } from './run-record.ts'
import { declarationsOf, shareHandles } from './share-handles.ts'
import { tearDown } from './tear-down.ts'

// How long a failure is remembered: as long as a run's files still come to it, and not into the next run of a watch.
const failureMs = 60_000

/** A hold on a run-wide set between the processes of a run: whoever needs it first makes it, the last one deletes it. */
export async function leaseByFolder(
  folder: RunFolder,
  defined: AnyDefinedFixtures,
  context: RunContext,
): Promise<RunLease> {
  const path = recordPath(folder, defined)
  const plan = planFixtures(defined.set, { scope: 'run' })
  const configuration = await context.configuration()
  const { endLease, handles, session } = await withLock(`${path}.lock`, async () => {
    const held = await takeOrMake(folder, defined, plan, configuration, context)
    return { ...held, endLease: addLease(`${path}.leases`) }
  })
  let released = false
  return {
    handles,
    async release() {
      if (released) return nothingToClean
      released = true
      return await withLock(`${path}.lock`, async () => {
        endLease()
        if (countLeases(`${path}.leases`) > 0) return nothingToClean
        removeFile(path)
        if (session) return await tearDown(session)
        return await destroy(plan, handles, configuration, context)
      })
    },
  }
}

interface Held {
  readonly handles: ReadonlyMap<Declaration, unknown>
  /** There where this process made the set. */
  readonly session: SessionLife | undefined
}

// Runs under the lock.
async function takeOrMake(
  folder: RunFolder,
  defined: AnyDefinedFixtures,
  plan: Plan,
  configuration: Configuration,
  context: RunContext,
): Promise<Held> {
  const record = readRecord(folder, defined)
  if (record?.state === 'failed' && Date.now() - record.failedAtMs < failureMs) {
    throw FixtureRunError.failedElsewhere(toRunKey(defined), record.failedAtMs, record.message)
  }
  if (record?.state === 'ready') {
    const client = createPlatformClient(record.client, toCallListener(context.listener))
    const handles = receiveHandles(declarationsOf(plan), record.handles, () => client)
    if (countLeases(`${recordPath(folder, defined)}.leases`) > 0) {
      if (!handles) throw FixtureRunError.differing(toRunKey(defined))
      return { handles, session: undefined }
    }
    // All who held it have died, so it is deleted and made anew.
    if (handles) await destroy(plan, handles, configuration, context)
  }
  return await make(folder, defined, context)
}

async function destroy(
  plan: Plan,
  handles: Held['handles'],
  configuration: Configuration,
  { cwd, listener }: RunContext,
): Promise<CleanupReport> {
  const platform = await openPlatform(configuration, toCallListener(listener), { cwd, user: 'a run-wide set' })
  try {
    return await destroyHandles(plan, handles, platform, listener, configuration.options.teardownTimeoutMs)
  } finally {
    await platform.close()
  }
}

async function make(
  folder: RunFolder,
  defined: AnyDefinedFixtures,
  { configuration, cwd, listener, createSession }: RunContext,
): Promise<Held> {
  const session = createSession(defined.set, { scope: 'run', configuration, cwd, listener, user: 'a run-wide set' })
  try {
    await session.setup()
    writeRecord(folder, defined, toReadyRecord(session, false))
    return { handles: session.byDeclaration, session }
  } catch (error) {
    await tearDown(session)
    writeRecord(folder, defined, {
      state: 'failed',
      failedAtMs: Date.now(),
      message: withoutPage((error as Error).message),
    })
    throw error
  }
}

/** What the other processes of a run are told of a set that is ready. */
export function toReadyRecord(session: SessionLife, ofSetup: boolean): RunRecord {
  return {
    state: 'ready',
    ofSetup,
    client: session.clientOptions(),
    handles: shareHandles(session.plan, session.byDeclaration),
  }
}
