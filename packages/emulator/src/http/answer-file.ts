import type { Answer } from '../operations/answer.ts'
import { ApiFailure } from '../operations/api-failure.ts'
import { filesPath } from '../rules/files-path.ts'
import type { World } from '../state/world.ts'

/**
 * Answers the file that a link leads to. The link stands for the credentials, as that of the service's file store does,
 * and like there a wrong one and an expired one are refused alike.
 */
export function answerFile(world: World, method: string, path: string, nowMs: number): Answer {
  const [key = '', name] = path.slice(filesPath.length).split('/')
  const exported = world.exports.get(key)
  const isThere = exported && exported.name === name && exported.readyMs <= nowMs
  if (method !== 'GET' || !isThere) throw new ApiFailure('EMU0180')
  const headers = {
    'content-type': 'text/csv;charset=UTF-8',
    'content-disposition': `attachment; filename="${exported.name}"`,
  }
  return { status: 200, text: exported.text, headers }
}
