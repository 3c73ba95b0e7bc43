import type { CoverageType } from '@soracom-fixtures/api'

/** The coverage type that an operator's bills are of: Japan's where it has that. How the sandbox chooses is not recorded. */
export function billedCoverageType(coverageTypes: ReadonlySet<CoverageType>): CoverageType {
  return coverageTypes.has('jp') ? 'jp' : 'g'
}
