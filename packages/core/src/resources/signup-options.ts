import type { CoverageType } from '@soracom-fixtures/api'

/** How an operator signs up. */
export interface SignupOptions {
  /** Japan, global, or both; `['jp']` unless told. */
  readonly coverageTypes?: readonly CoverageType[]
  /** Whether the sandbox's dummy card is registered, without which orders cannot be confirmed; true unless told. */
  readonly registerPaymentMethod?: boolean
  /**
   * `init` makes the operator in one call. `stepwise` signs up by a signup token, as older clients do; such an operator
   * always has coverage type jp.
   */
  readonly signup?: 'init' | 'stepwise'
}

/** The coverage types that options ask for. */
export function coverageOf(options: SignupOptions): readonly CoverageType[] {
  return [...new Set(options.coverageTypes ?? (['jp'] as const))]
}

/** The calls that signing up takes with these options. */
export function countSignupCalls(options: SignupOptions): number {
  if (options.signup !== 'stepwise') return 1
  const more = coverageOf(options).filter((coverageType) => coverageType !== 'jp').length
  const card = (options.registerPaymentMethod ?? true) ? 1 : 0
  return 4 + more + card + (more + card > 0 ? 1 : 0)
}
