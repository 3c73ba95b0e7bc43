import { type Answer, ok } from '../operations/answer.ts'
import { ApiFailure } from '../operations/api-failure.ts'
import { answerLog } from './answer-log.ts'
import { answerOpenApi } from './answer-openapi.ts'
import { addFault, listFaults, removeFaults } from './change-faults.ts'
import { answerState, putState, reset } from './change-state.ts'
import type { ControlContext } from './control-context.ts'
import { advanceClock, answerClock, setClock } from './move-clock.ts'
import { toCounts } from './to-counts.ts'
import { toMails } from './to-mails.ts'

/** Where the emulator's own paths begin; none of them is part of the API. */
export const controlPath = '/_emulator/'

/** Answers one of the emulator's own paths; the name is what comes after `/_emulator/`. */
export function answerControl(context: ControlContext, method: string, name: string): Answer | Promise<Answer> {
  const route = routes.find((one) => one.method === method && one.name === name)
  if (route) return route.handle(context)
  const methods = routes.flatMap((one) => (one.name === name ? one.method : []))
  if (methods.length === 0) throw new ApiFailure('EMU0003', [`${method} ${controlPath}${name}`])
  throw new ApiFailure('EMU0221', [method, `${controlPath}${name}`, methods.join(', ')])
}

interface ControlRoute {
  readonly method: string
  readonly name: string
  readonly handle: (context: ControlContext) => Answer | Promise<Answer>
}

const routes: readonly ControlRoute[] = [
  {
    method: 'GET',
    name: 'health',
    handle: ({ world }) => ok({ status: 'ok', now: new Date(world.clock.now()).toISOString(), seed: world.seed }),
  },
  { method: 'GET', name: 'counts', handle: ({ world }) => ok(toCounts(world)) },
  { method: 'GET', name: 'mail', handle: ({ world, query }) => ok(toMails(world, query.get('email'))) },
  { method: 'GET', name: 'clock', handle: ({ world }) => answerClock(world) },
  { method: 'POST', name: 'clock/advance', handle: ({ world, body }) => advanceClock(world, body) },
  { method: 'POST', name: 'clock/set', handle: ({ world, body }) => setClock(world, body) },
  { method: 'GET', name: 'faults', handle: listFaults },
  { method: 'POST', name: 'faults', handle: addFault },
  { method: 'DELETE', name: 'faults', handle: removeFaults },
  { method: 'GET', name: 'log', handle: answerLog },
  { method: 'GET', name: 'state', handle: answerState },
  { method: 'PUT', name: 'state', handle: putState },
  { method: 'POST', name: 'reset', handle: reset },
  { method: 'GET', name: 'openapi.json', handle: answerOpenApi },
]
