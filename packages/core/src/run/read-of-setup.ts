import type { AnyDefinedFixtures } from '../declare/define-fixtures.ts'
import { FixtureRunError } from '../errors/run-error.ts'
import type { FixtureListener } from '../events/fixture-event.ts'
import { toCallListener } from '../events/to-call-listener.ts'
import { madeOnce } from '../kit/made-once.ts'
import { loadPlatformClient } from '../platform/load-platform-client.ts'
import { findDeclarations } from './find-declarations.ts'
import { receiveHandles } from './receive-handles.ts'
import { nothingToClean, type RunLease } from './run-lease.ts'
import { readRecordOfSetup, toRunKey } from './run-record.ts'

/** Reads a run-wide set that the run's global setup made, without a call; nothing where it made none of that name. */
export function readOfSetup(defined: AnyDefinedFixtures, listener: FixtureListener): RunLease | undefined {
  const record = readRecordOfSetup(defined)
  if (record?.state !== 'ready' || !record.ofSetup) return undefined
  const client = madeOnce(() => loadPlatformClient().createPlatformClient(record.client, toCallListener(listener)))
  const declarations = findDeclarations(defined.set, record.handles)
  const handles = declarations && receiveHandles(declarations, record.handles, client)
  if (!handles) throw FixtureRunError.differing(toRunKey(defined))
  return { handles, release: async () => nothingToClean }
}
