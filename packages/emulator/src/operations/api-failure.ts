import { type ErrorNoun, errorCodes, type KnownErrorCode } from '@soracom-fixtures/api'
import type { World } from '../state/world.ts'

/** An error that the API answers; thrown by operations and guards, turned into a body by the application. */
export class ApiFailure extends Error {
  readonly code: KnownErrorCode
  readonly status: number
  readonly args: readonly (string | number)[]
  /** Whose call it was, where no credentials tell; the audit log reads it. */
  readonly operatorId: string | undefined

  constructor(
    code: KnownErrorCode,
    args: readonly (string | number)[] = [],
    status: number = errorCodes[code].status,
    operatorId?: string,
  ) {
    // Where it was thrown tells a client nothing, and would cost more than all else in its answer.
    const { stackTraceLimit } = Error
    Error.stackTraceLimit = 0
    super(code)
    Error.stackTraceLimit = stackTraceLimit
    this.operatorId = operatorId
    this.code = code
    this.status = status
    this.args = args
  }
}

/** 404 for something that is not there. */
export function notFound(what: ErrorNoun, id: string): ApiFailure {
  return new ApiFailure('EMU0005', [what, id], 404)
}

/** For something that is not there, where the document of the operation lists no error. */
export function unlistedNotFound({ settings }: World, what: ErrorNoun, id: string): ApiFailure {
  return new ApiFailure('EMU0005', [what, id], settings.unlistedNotFoundStatus)
}

/** For something that is there already, where the document of the operation lists no error. */
export function unlistedDuplicate({ settings }: World, what: ErrorNoun, id: string): ApiFailure {
  return new ApiFailure('EMU0143', [what, id], settings.unlistedDuplicateStatus)
}

/** 400 for a value that does not do. */
export function invalid(what: string, value: unknown): ApiFailure {
  return new ApiFailure('EMU0006', [what, typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined')])
}
