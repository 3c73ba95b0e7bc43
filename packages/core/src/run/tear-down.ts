import type { CleanupReport } from '../errors/setup-error.ts'
import { FixtureTeardownError } from '../errors/teardown-error.ts'
import type { SessionLife } from '../session.ts'
import { nothingToClean } from './run-lease.ts'

/** Tears a session down and tells what could not be deleted, instead of throwing it. */
export async function tearDown(session: SessionLife): Promise<CleanupReport> {
  try {
    await session.teardown()
    return nothingToClean
  } catch (error) {
    if (error instanceof FixtureTeardownError) return error.cleanup
    throw error
  }
}
