import type { Circumstances } from '../is-in-force.ts'

/** A call by a SAM user from this machine. */
export function facts(more: Partial<Circumstances> = {}): Circumstances {
  return {
    params: {},
    samUserName: 'me',
    ipAddress: '127.0.0.1',
    nowMs: Date.UTC(2026, 0, 1),
    zoneOffsetMinutes: 0,
    unknownConditions: 'refused',
    ...more,
  }
}
