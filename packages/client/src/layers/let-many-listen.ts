import events from 'node:events'

/**
 * Lets any number of calls listen to a signal; Node warns of more than ten listeners. Of a signal that is not Node's, as
 * jsdom makes them in Jest, it knows nothing and warns of nothing.
 */
export function letManyListen(signal: AbortSignal): void {
  try {
    events.setMaxListeners(0, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_INVALID_ARG_TYPE') throw error
  }
}
