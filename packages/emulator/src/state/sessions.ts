import { toToken } from '../rules/token.ts'
import type { OperatorState } from './operator.ts'
import type { SessionState, World } from './world.ts'

const defaultTimeoutSeconds = 86_400
const longestTimeoutSeconds = 172_800

/** Logs an operator in: makes an API key and a token. */
export function openSession(
  world: World,
  operator: OperatorState,
  timeoutSeconds?: number,
  apiKey?: string,
): SessionState {
  const nowMs = world.clock.now()
  const lifetimeMs = toLifetimeSeconds(timeoutSeconds) * 1000
  const session: SessionState = {
    apiKey: apiKey ?? `api-${world.ids.uuid()}`,
    token: toToken(operator, { nowMs, expiresMs: nowMs + lifetimeMs, id: world.ids.uuid() }, world.signToken),
    operatorId: operator.operatorId,
    expiresMs: nowMs + lifetimeMs,
  }
  world.sessions.set(session.token, session)
  operator.tokens.add(session.token)
  return session
}

/** Makes a token invalid. */
export function closeSession(world: World, session: SessionState): void {
  world.sessions.delete(session.token)
  world.operators.get(session.operatorId)?.tokens.delete(session.token)
}

// Values out of range were seen to raise no error, so they are clamped.
function toLifetimeSeconds(asked: number | undefined): number {
  if (asked === undefined || !Number.isFinite(asked) || asked <= 0) return defaultTimeoutSeconds
  return Math.min(longestTimeoutSeconds, asked)
}
