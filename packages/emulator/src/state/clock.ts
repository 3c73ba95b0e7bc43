/** The emulator's time. It runs like the real one and can be moved forward, never back. */
export interface EmulatorClock {
  /** The emulator's now, UNIX milliseconds. */
  now(): number
  /**
   * Moves the clock forward and gives the new time.
   *
   * @example emulator.clock.advance({ days: 3, hours: 2 })
   * @throws {RangeError} when the sum is negative or not a number.
   */
  advance(duration: ClockDuration): number
  /**
   * Sets the clock to a later time and gives it.
   *
   * @throws {RangeError} when the time is before the present one, or no time at all.
   */
  set(time: Date | string | number): number
}

/** A clock that can also be put back to the time of a snapshot. */
export interface RestorableClock extends EmulatorClock {
  /** Sets the clock to any time, UNIX milliseconds. */
  restore(timeMs: number): void
}

/** How far a clock is moved; the parts add up. */
export interface ClockDuration {
  readonly days?: number
  readonly hours?: number
  readonly minutes?: number
  readonly seconds?: number
  readonly milliseconds?: number
}

/** A clock that starts at `startTime`, the real time unless given. */
export function createClock(startTime?: Date | string | number): RestorableClock {
  let offsetMs = startTime === undefined ? 0 : toMs(startTime) - Date.now()
  const now = () => Date.now() + offsetMs

  function moveBy(forwardMs: number): number {
    if (!Number.isFinite(forwardMs) || forwardMs < 0) {
      throw new RangeError(`The clock of the emulator only moves forward; it was asked to move by ${forwardMs} ms`)
    }
    if (now() + forwardMs > latestMs) throw new RangeError('The clock of the emulator does not go beyond the year 9999')
    offsetMs += Math.round(forwardMs)
    return now()
  }

  return {
    now,
    advance: (duration) => moveBy(durationMs(duration)),
    set: (time) => moveBy(Math.max(toMs(time), earliestMs) - now()),
    restore(timeMs) {
      offsetMs = timeMs - Date.now()
    },
  }
}

const latestMs = Date.UTC(9999, 11, 31)
const earliestMs = 0

/** UNIX milliseconds of a date, an ISO text or a number of milliseconds; throws a RangeError where that is no time. */
export function toMs(time: Date | string | number): number {
  const timeMs = typeof time === 'number' ? time : new Date(time).getTime()
  if (!Number.isFinite(timeMs)) throw new RangeError(`Not a time: ${String(time)}`)
  return timeMs
}

function durationMs({ days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0 }: ClockDuration): number {
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000 + milliseconds
}
