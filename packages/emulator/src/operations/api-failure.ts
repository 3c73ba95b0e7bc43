import { errorCodes, type KnownErrorCode } from '@soracom-fixtures/api'

/** An error that the API answers; thrown by operations and guards, turned into a body by the application. */
export class ApiFailure extends Error {
  readonly code: KnownErrorCode
  readonly status: number
  readonly args: readonly (string | number)[]

  constructor(code: KnownErrorCode, args: readonly (string | number)[] = [], status: number = errorCodes[code].status) {
    super(code)
    this.code = code
    this.status = status
    this.args = args
  }
}

/** 404 for something that is not there. */
export function notFound(what: string, id: string): ApiFailure {
  return new ApiFailure('EMU0005', [what, id], 404)
}

/** 400 for a value that does not do. */
export function invalid(what: string, value: unknown): ApiFailure {
  return new ApiFailure('EMU0006', [what, typeof value === 'string' ? value : (JSON.stringify(value) ?? 'undefined')])
}
