import { addAuthKey } from '../state/add-auth-key.ts'
import { noContent, ok } from './answer.ts'
import { notFound } from './api-failure.ts'
import { findUser } from './find-user.ts'
import type { Operation } from './operation.ts'
import { toAuthKeyView } from './views/auth-key-view.ts'

/** Auth keys of SAM users. */
export const userAuthKeyOperations: readonly Operation[] = [
  {
    operationId: 'listUserAuthKeys',
    handle: ({ operator, params }) =>
      ok([...findUser(operator, params.user_name).authKeys.values()].map(toAuthKeyView)),
  },
  {
    operationId: 'generateUserAuthKey',
    handle({ world, operator, params }) {
      const { authKeyId, authKey } = addAuthKey(world, operator, findUser(operator, params.user_name))
      // 200 here, 201 for a key of the root user (published document).
      return ok({ authKey, authKeyId })
    },
  },
  {
    operationId: 'getUserAuthKey',
    handle({ operator, params }) {
      const { auth_key_id: authKeyId = '' } = params
      const key = findUser(operator, params.user_name).authKeys.get(authKeyId)
      if (!key) throw notFound('auth key', authKeyId)
      return ok(toAuthKeyView(key))
    },
  },
  {
    operationId: 'deleteUserAuthKey',
    handle({ world, operator, params }) {
      const { auth_key_id: authKeyId = '' } = params
      if (!findUser(operator, params.user_name).authKeys.delete(authKeyId)) throw notFound('auth key', authKeyId)
      world.authKeys.delete(authKeyId)
      return noContent
    },
  },
]
