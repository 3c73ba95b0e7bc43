import { SoracomApiError } from '../wire/errors.ts'

/** The API error that a promise rejects with. */
export async function errorOf(promise: Promise<unknown>): Promise<SoracomApiError> {
  try {
    await promise
  } catch (error) {
    if (SoracomApiError.is(error)) return error
    throw error
  }
  throw new Error('The call succeeded.')
}
