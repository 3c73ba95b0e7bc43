import type { JournalHealth, TargetProbe } from '@soracom-fixtures/core/engine'

/** What a doctor looks at: gathered first, so that the findings are functions of it. No secret is in it. */
export interface Facts {
  /** Without the `v`. */
  readonly node: string
  /** Versions of test runners in the project, by name; those that are not there are left out. */
  readonly runners: Readonly<Record<string, string>>
  /** Whether the project's folder has a `vitest.workspace` file. */
  readonly hasWorkspaceFile: boolean
  readonly configuration: ConfigurationFacts | { readonly failure: string }
  /** Nothing where there is no configuration to reach it by. */
  readonly probe: TargetProbe | undefined
  readonly journal: JournalHealth | undefined
  readonly left: number
  readonly unsure: number
}

/** The configuration in force. */
export interface ConfigurationFacts {
  readonly kind: 'emulator' | 'sandbox' | 'url'
  readonly endpoint: string | undefined
  readonly reason: string
  readonly reaper: boolean
  readonly allowHosts: readonly string[]
  /** Where each setting that is not a default came from. */
  readonly sources: Readonly<Record<string, string>>
}
