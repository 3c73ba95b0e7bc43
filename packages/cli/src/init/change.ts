/** A file that is written, or written anew. */
export interface Change {
  /** From the project's folder. */
  readonly path: string
  /** Nothing where it is not there yet. */
  readonly before: string | undefined
  readonly after: string
}

/** What is to be done to a project: files, and what is left to whoever set it up. */
export interface Setup {
  readonly changes: readonly Change[]
  /** What could not be done, with what to do by hand, a sentence or more each. */
  readonly notes: readonly string[]
}
