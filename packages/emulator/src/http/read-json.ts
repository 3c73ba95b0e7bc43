import { ApiFailure } from '../operations/api-failure.ts'
import { isDeeperThan } from '../rules/json-depth.ts'
import { bodyLimitBytes, type EmulatorRequest } from './message.ts'

/** The body as JSON, whatever the content type says: clients send none, or text/plain. Nothing where there is no body. */
export function readJson({ body, bodyProblem }: EmulatorRequest, mostLevels = levelLimit): unknown {
  if (bodyProblem === 'tooLarge') throw new ApiFailure('EMU0002', [bodyLimitBytes])
  if (bodyProblem === 'notUtf8') throw new ApiFailure('EMU0222')
  if (body === undefined || body.trim() === '') return undefined
  if (isDeeperThan(body, mostLevels)) throw new ApiFailure('EMU0227', [mostLevels])
  try {
    return JSON.parse(body)
  } catch (error) {
    throw new ApiFailure('EMU0001', [withoutExcerpt((error as Error).message)])
  }
}

const levelLimit = 100

// The message quotes from the body, which may hold a password.
function withoutExcerpt(message: string): string {
  return message.replace(/,?\s*(\.{3})?".*$/s, '')
}
