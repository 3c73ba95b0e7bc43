import { type Answer, ok } from '../operations/answer.ts'
import { ApiFailure } from '../operations/api-failure.ts'
import { isObject } from '../rules/is-object.ts'
import type { ClockDuration, EmulatorClock } from '../state/clock.ts'
import { settleTime } from '../state/settle-time.ts'
import type { World } from '../state/world.ts'

/** Answers the time: as ISO text and as UNIX milliseconds. */
export function answerClock({ clock }: { readonly clock: EmulatorClock }): Answer {
  const nowMs = clock.now()
  return ok({ now: new Date(nowMs).toISOString(), nowMs })
}

/** Moves the clock forward by the days, hours, minutes, seconds and milliseconds of a body; 400 where that cannot be. */
export function advanceClock(world: World, body: unknown): Answer {
  return move(world, () => world.clock.advance(readDuration(body)))
}

/** Sets the clock to the `time` of a body, ISO text or UNIX milliseconds; 400 where that is no later time. */
export function setClock(world: World, body: unknown): Answer {
  return move(world, () => {
    const { time } = isObject(body) ? body : {}
    if (typeof time !== 'string' && typeof time !== 'number') {
      throw new RangeError('the body must be { "time": an ISO time or UNIX milliseconds }')
    }
    world.clock.set(time)
  })
}

function move(world: World, act: () => void): Answer {
  try {
    act()
  } catch (error) {
    if (error instanceof RangeError) throw new ApiFailure('EMU0224', [error.message])
    throw error
  }
  settleTime(world, world.clock.now())
  return answerClock(world)
}

function readDuration(body: unknown): ClockDuration {
  if (!isObject(body) || Object.keys(body).length === 0) throw new RangeError(`the body must have some of ${units}`)
  for (const [unit, amount] of Object.entries(body)) {
    if (!units.split(', ').includes(unit)) throw new RangeError(`"${unit}" is none of ${units}`)
    if (typeof amount !== 'number') throw new RangeError(`${unit} must be a number`)
  }
  return body
}

const units = 'days, hours, minutes, seconds, milliseconds'
