/** A command line that cannot be carried out as it is written. Ends with exit code 2. */
export class UsageError extends Error {
  /** What to do, a sentence. */
  readonly hint: string | undefined

  constructor(message: string, hint?: string) {
    super(message)
    this.name = 'UsageError'
    this.hint = hint
  }
}
