import type { Declaration } from '../declare/declaration.ts'
import type { AnyDefinedFixtures } from '../declare/define-fixtures.ts'
import { ownerOf } from '../declare/scope.ts'
import { type CleanupReport, joinReports } from '../errors/setup-error.ts'
import { leaseRunSet } from './lease-run-set.ts'
import { readOfSetup } from './read-of-setup.ts'
import { nothingToClean, type RunContext, type RunLease } from './run-lease.ts'

/** Takes the handles of declarations that stand in run-wide sets; a set that is not there yet is made. */
export async function takeFromRun(declarations: readonly Declaration[], context: RunContext): Promise<RunLease> {
  const sets = new Set(declarations.map((declaration) => ownerOf(declaration)?.defined as AnyDefinedFixtures))
  const take = async (defined: AnyDefinedFixtures) =>
    readOfSetup(defined, context.listener) ?? (await leaseRunSet(defined, context))
  const results = await Promise.allSettled([...sets].map(take))
  const leases = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
  const release = async (): Promise<CleanupReport> =>
    (await Promise.all(leases.map((lease) => lease.release()))).reduce(joinReports, nothingToClean)
  const rejected = results.find((result) => result.status === 'rejected')
  if (rejected) {
    await release()
    throw rejected.reason
  }
  return { handles: new Map(leases.flatMap(({ handles }) => [...handles])), release }
}
