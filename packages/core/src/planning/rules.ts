import type { CheckContext, Claim } from '../declare/declaration.ts'

/** How a resource is planned: what of a `ResourceDefinition` looks at options alone. */
export interface Rules<Options> {
  /** How many calls it takes to make it; 1 unless told. */
  readonly calls?: (options: Options) => number
  /** What is wrong with the options, a sentence each. */
  readonly check: (options: Options, context: CheckContext) => readonly string[]
  /** What only one declaration of a set may have. */
  readonly claims?: (options: Options) => readonly Claim[]
}
