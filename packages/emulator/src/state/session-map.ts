import type { SessionState } from './world.ts'

/**
 * Sessions by their tokens. Nearly every call comes with the token that the last one came with, and a token is half a
 * kilobyte: comparing it to that one is a fraction of what looking it up among all costs.
 */
export function createSessionMap(): Map<string, SessionState> {
  const sessions = new Map<string, SessionState>()
  const find = sessions.get.bind(sessions)
  let last: SessionState | undefined
  const forgetting = <Rest extends unknown[], Given>(change: (...given: Rest) => Given) => {
    return (...given: Rest): Given => {
      last = undefined
      return change.apply(sessions, given)
    }
  }
  return Object.assign(sessions, {
    get(token: string): SessionState | undefined {
      if (last?.token !== token) last = find(token)
      return last
    },
    set: forgetting(sessions.set),
    delete: forgetting(sessions.delete),
    clear: forgetting(sessions.clear),
  })
}
