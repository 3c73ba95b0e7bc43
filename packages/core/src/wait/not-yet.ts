/** What was looked for is not there yet. Never leaves a wait. */
export class NotYet extends Error {
  constructor(cause?: unknown) {
    super('not yet', { cause })
  }

  static is(error: unknown): error is NotYet {
    return error instanceof NotYet
  }
}
