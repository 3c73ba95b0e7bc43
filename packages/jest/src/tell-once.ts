import { FixtureError } from '@soracom-fixtures/core'

/**
 * Runs the work of a hook. Jest prints the `cause` of an error and each of its `errors`, and ours has the first of these
 * as its cause, so that one of the two is taken off where the error leaves for Jest.
 */
export async function tellOnce(work: Promise<unknown>): Promise<void> {
  try {
    await work
  } catch (error) {
    const { errors } = error as { readonly errors?: unknown }
    if (FixtureError.is(error) && Array.isArray(errors)) {
      Reflect.deleteProperty(error, errors.length === 1 ? 'errors' : 'cause')
    }
    throw error
  }
}
