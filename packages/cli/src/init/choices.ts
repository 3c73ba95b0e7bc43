import type { Runner } from './project.ts'

/** What is decided before a setup is planned. */
export interface Choices {
  readonly runner: Runner
  /** Version of soracom-fixtures that is added. */
  readonly version: string
  /** Version of Node that runs this, such as `22.12.0`. */
  readonly node: string
  readonly skipPipeline: boolean
}
