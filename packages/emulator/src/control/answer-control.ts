import { type Answer, ok } from '../operations/answer.ts'
import { ApiFailure } from '../operations/api-failure.ts'
import type { World } from '../state/world.ts'
import { toCounts } from './to-counts.ts'
import { toMails } from './to-mails.ts'

/** Where the emulator's own paths begin; none of them is part of the API. */
export const controlPath = '/_emulator/'

/** Answers `/_emulator/health`, `/_emulator/counts` and `/_emulator/mail`. */
export function answerControl(world: World, method: string, path: string, query: URLSearchParams): Answer {
  if (method === 'GET' && path === `${controlPath}health`) {
    return ok({ status: 'ok', now: new Date(world.clock.now()).toISOString() })
  }
  if (method === 'GET' && path === `${controlPath}counts`) return ok(toCounts(world))
  if (method === 'GET' && path === `${controlPath}mail`) return ok(toMails(world, query.get('email')))
  throw new ApiFailure('EMU0003', [path])
}
