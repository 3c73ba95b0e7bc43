import type { AnyDefinedFixtures } from '../declare/define-fixtures.ts'
import { FixtureRunError } from '../errors/run-error.ts'
import type { FixtureListener } from '../events/fixture-event.ts'
import { toCallListener } from '../events/to-call-listener.ts'
import { runFolderOfSetup } from '../journal/run-folder.ts'
import { madeOnce } from '../kit/made-once.ts'
import { planFixtures } from '../plan/plan-fixtures.ts'
import { createPlatformClient } from '../platform/platform-client.ts'
import { nothingToClean, type RunLease } from './run-lease.ts'
import { readRecord, toRunKey } from './run-record.ts'
import { receiveHandles } from './share-handles.ts'

/** Reads a run-wide set that the run's global setup made, without a call; nothing where it made none of that name. */
export function readOfSetup(defined: AnyDefinedFixtures, listener: FixtureListener): RunLease | undefined {
  const folder = runFolderOfSetup()
  const record = folder && readRecord(folder, defined)
  if (record?.state !== 'ready' || !record.ofSetup) return undefined
  const client = madeOnce(() => createPlatformClient(record.client, toCallListener(listener)))
  const handles = receiveHandles(planFixtures(defined.set, { scope: 'run' }), record.handles, client)
  if (!handles) throw FixtureRunError.differing(toRunKey(defined))
  return { handles, release: async () => nothingToClean }
}
