import type { ClientClock } from '../options.ts'
import type { Deadline } from '../wire/request.ts'

/** Makes the deadline of one call. */
export function createDeadline(clock: ClientClock, deadlineMs: number): Deadline {
  let startedMs: number | undefined
  return {
    begin() {
      startedMs ??= clock.now()
    },
    remainingMs: () => (startedMs === undefined ? deadlineMs : startedMs + deadlineMs - clock.now()),
  }
}
