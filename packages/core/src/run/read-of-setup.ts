import type { AnyDefinedFixtures } from '../declare/define-fixtures.ts'
import { FixtureRunError } from '../errors/run-error.ts'
import type { FixtureListener } from '../events/fixture-event.ts'
import { toCallListener } from '../events/to-call-listener.ts'
import { madeOnce } from '../kit/made-once.ts'
import { orderFixtures } from '../plan/order-fixtures.ts'
import { loadPlatformClient } from '../platform/load-platform-client.ts'
import { nothingToClean, type RunLease } from './run-lease.ts'
import { readRecordOfSetup, toRunKey } from './run-record.ts'
import { receiveHandles } from './share-handles.ts'

/** Reads a run-wide set that the run's global setup made, without a call; nothing where it made none of that name. */
export function readOfSetup(defined: AnyDefinedFixtures, listener: FixtureListener): RunLease | undefined {
  const record = readRecordOfSetup(defined)
  if (record?.state !== 'ready' || !record.ofSetup) return undefined
  const client = madeOnce(() => loadPlatformClient().createPlatformClient(record.client, toCallListener(listener)))
  // Not planned once more: the setup has found nothing wrong, and all that is needed now is what each handle is of.
  const { order } = orderFixtures(defined.set, 'run')
  const handles = receiveHandles(order, record.handles, client)
  if (!handles) throw FixtureRunError.differing(toRunKey(defined))
  return { handles, release: async () => nothingToClean }
}
