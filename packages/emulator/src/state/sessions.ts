import { permissionsOf } from '../rules/permissions/permissions-of.ts'
import { toToken } from '../rules/token.ts'
import type { OperatorState } from './operator.ts'
import type { UserState } from './user.ts'
import type { SessionState, World } from './world.ts'

const defaultTimeoutSeconds = 86_400
const longestTimeoutSeconds = 172_800

/** Logs an operator in, as its root user or as one of its SAM users: makes a token, and an API key unless one is given. */
export function openSession(
  world: World,
  operator: OperatorState,
  {
    timeoutSeconds,
    apiKey,
    user,
  }: {
    readonly timeoutSeconds?: number | undefined
    readonly apiKey?: string | undefined
    readonly user?: UserState | undefined
  } = {},
): SessionState {
  const nowMs = world.clock.now()
  const expiresMs = nowMs + toLifetimeSeconds(timeoutSeconds) * 1000
  const permissions = user && permissionsOf(operator, user, world.settings)
  const session: SessionState = {
    apiKey: apiKey ?? `api-${world.ids.uuid()}`,
    token: toToken(operator, { nowMs, expiresMs, id: world.ids.uuid(), permissions }, world.signToken),
    operatorId: operator.operatorId,
    expiresMs,
    user: user && permissions && { userName: user.userName, permissions },
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

/** Makes all tokens of a SAM user invalid; those of the root user where no user is named. */
export function closeSessionsOf(world: World, operator: OperatorState, userName: string | undefined): void {
  for (const token of operator.tokens) {
    const session = world.sessions.get(token)
    if (session && session.user?.userName === userName) closeSession(world, session)
  }
}

// Values out of range were seen to raise no error, so they are clamped.
function toLifetimeSeconds(asked: number | undefined): number {
  if (asked === undefined || !Number.isFinite(asked) || asked <= 0) return defaultTimeoutSeconds
  return Math.min(longestTimeoutSeconds, asked)
}
