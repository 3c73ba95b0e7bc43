import type { AuthKeyState, OperatorState } from './operator.ts'
import type { UserState } from './user.ts'
import type { World } from './world.ts'

/** Makes an auth key of an operator's root user, or of one of its SAM users. */
export function addAuthKey(world: World, operator: OperatorState, user?: UserState): AuthKeyState {
  const key: AuthKeyState = {
    authKeyId: `keyId-${world.ids.text(32)}`,
    authKey: `secret-${world.ids.text(60)}`,
    createdMs: world.clock.now(),
    lastUsedMs: null,
  }
  const { authKeys } = user ?? operator
  authKeys.set(key.authKeyId, key)
  world.authKeys.set(key.authKeyId, { operatorId: operator.operatorId, key, userName: user?.userName })
  return key
}
