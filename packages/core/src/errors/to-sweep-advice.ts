import type { CleanupReport } from './setup-error.ts'

/** What to do about operators that could not be deleted; nothing where there is none among what is left. */
export function toSweepAdvice(failed: CleanupReport['failed']): string[] {
  const hasOperator = failed.some(({ what }) => what.startsWith('operator '))
  return hasOperator
    ? ['  When the target answers again, delete what is left of operators: npx soracom-fixtures sweep']
    : []
}
