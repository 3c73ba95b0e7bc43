import type { Declaration } from '../declare/declaration.ts'
import { type CleanupReport, joinReports } from '../errors/setup-error.ts'
import type { FixtureListener } from '../events/fixture-event.ts'
import { toCallListener } from '../events/to-call-listener.ts'
import { listFiles } from '../journal/list-files.ts'
import { withLock } from '../journal/lock.ts'
import { removeFile } from '../journal/remove-file.ts'
import { fileNameOf, type RunFolder } from '../journal/run-folder.ts'
import { readSealed, writeSealed } from '../journal/sealed-file.ts'
import type { Plan } from '../plan/make-plan.ts'
import { createPlatformClient, type PlainClientOptions } from '../platform/platform-client.ts'
import { deleteOperator } from '../resources/operator-account.ts'
import { type OperatorData, toOperatorHandle } from '../resources/operator-handle.ts'
import type { SessionLife } from '../session.ts'
import { createUndoList } from '../teardown/undo-list.ts'
import { declarationsHash } from './declarations-hash.ts'
import { receiveHandles } from './receive-handles.ts'
import { nothingToClean } from './run-lease.ts'
import { declarationsOf, type SharedHandles, shareHandles } from './share-handles.ts'

/** What is kept of a set between two runs of a watch. */
interface KeptRecord {
  readonly hash: string
  readonly keptAtMs: number
  readonly client: PlainClientOptions
  readonly handles: SharedHandles
}

const ending = '.kept'
// The sandbox may lose an operator any day, and what a test left behind in one grows: a set that is older is made anew.
const longestKeptMs = 60 * 60_000

/**
 * Whether a set can be kept: whoever deletes it at the end of watching has no code of the test file, so that it may only
 * hold what goes away with an operator of its own.
 */
export function canBeKept({ steps }: Plan): boolean {
  return steps.every(
    ({ declaration, takenFrom }) => !takenFrom && (declaration.kind === 'operator' || !declaration.resource.destroy),
  )
}

/** What is worked with, of the run and the use. */
export interface KeepContext {
  readonly folder: RunFolder
  /** Where the set is used: its file, and which of the file's sets it is. */
  readonly user: string
  readonly listener: FixtureListener
  readonly teardownTimeoutMs: number
}

/**
 * Gives the handles of a set that an earlier run of the watch made, as long as nothing of its declarations was changed;
 * makes it otherwise, and deletes what it stands in for.
 */
export async function takeOrMakeKept(
  plan: Plan,
  context: KeepContext,
  makeSession: () => SessionLife,
): Promise<ReadonlyMap<Declaration, unknown>> {
  const { folder, user, listener } = context
  const path = `${folder.path}/${fileNameOf(user)}${ending}`
  return await withLock(`${path}.lock`, async () => {
    const hash = declarationsHash(plan)
    const record = readSealed(path, folder.key) as KeptRecord | undefined
    if (record?.hash === hash && Date.now() - record.keptAtMs < longestKeptMs) {
      const client = createPlatformClient(record.client, toCallListener(listener))
      const handles = receiveHandles(declarationsOf(plan), record.handles, () => client)
      if (handles) return handles
    }
    if (record) await deleteRecord(path, record, context)
    const session = makeSession()
    await session.setup()
    const { byDeclaration } = session
    const kept: KeptRecord = {
      hash,
      keptAtMs: Date.now(),
      client: session.clientOptions(),
      handles: shareHandles(plan, byDeclaration),
    }
    writeSealed(path, folder.key, kept)
    return byDeclaration
  })
}

/** Deletes every set that was kept in a run, at the end of watching. */
export async function deleteKeptSets(
  folder: RunFolder,
  listener: FixtureListener,
  teardownTimeoutMs: number,
): Promise<CleanupReport> {
  const startedMs = performance.now()
  const reports = await Promise.all(
    listFiles(folder.path, ending).map(async (path) => {
      const record = readSealed(path, folder.key) as KeptRecord | undefined
      return record ? await deleteRecord(path, record, { listener, teardownTimeoutMs }) : nothingToClean
    }),
  )
  const report = reports.reduce(joinReports, nothingToClean)
  if (reports.length > 0) {
    listener({ type: 'teardown-ended', ok: report.failed.length === 0, durationMs: performance.now() - startedMs })
  }
  return report
}

async function deleteRecord(
  path: string,
  { client: options, handles }: KeptRecord,
  { listener, teardownTimeoutMs }: Pick<KeepContext, 'listener' | 'teardownTimeoutMs'>,
): Promise<CleanupReport> {
  const client = createPlatformClient(options, toCallListener(listener))
  const undoList = createUndoList(listener)
  for (const { data } of handles.filter(({ kind }) => kind === 'operator')) {
    const operator = toOperatorHandle(data as OperatorData, () => client)
    const undo = () => deleteOperator(operator.client, operator, operator.credentials)
    undoList.add({ what: `operator ${operator.operatorId}`, kind: 'operator', undo, before: [] })
  }
  const report = await undoList.run(teardownTimeoutMs)
  if (report.failed.length === 0) removeFile(path)
  return report
}
