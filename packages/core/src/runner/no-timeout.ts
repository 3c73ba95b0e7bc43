/**
 * The longest timeout of a runner's hook. The engine bounds setup and teardown by its own deadlines, and needs time after
 * them to undo what was made; a runner's timeout would only cut that short.
 */
export const noTimeoutMs: number = 2 ** 31 - 1
