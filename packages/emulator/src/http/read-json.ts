import { ApiFailure } from '../operations/api-failure.ts'

/** JSON whatever the content type says: clients send none, or text/plain. Nothing where there is no text. */
export function readJson(text: string | undefined): unknown {
  if (text === undefined || text.trim() === '') return undefined
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ApiFailure('EMU0001', [(error as Error).message])
  }
}
