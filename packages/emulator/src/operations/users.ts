import { userRequestSchema } from '@soracom-fixtures/api/schemas'
import { closeSessionsOf } from '../state/sessions.ts'
import { createUser } from '../state/user.ts'
import { created, noContent, ok } from './answer.ts'
import { ApiFailure } from './api-failure.ts'
import { findUser } from './find-user.ts'
import type { Operation } from './operation.ts'
import { readBody } from './read-body.ts'
import { toUserView } from './views/user-view.ts'

/** SAM users of an operator, and the end of all their tokens. */
export const userOperations: readonly Operation[] = [
  {
    operationId: 'listUsers',
    handle: ({ world, operator }) =>
      ok([...operator.users.values()].map((user) => toUserView(operator, world.settings, user))),
  },
  {
    operationId: 'getUser',
    handle: ({ world, operator, params }) =>
      ok(toUserView(operator, world.settings, findUser(operator, params.user_name))),
  },
  {
    operationId: 'createUser',
    handle({ world, operator, params, body, nowMs }) {
      const { description } = readBody(userRequestSchema, body)
      const userName = params.user_name ?? ''
      if (operator.users.has(userName)) throw new ApiFailure('EMU0102', ['user', userName])
      const { maxUsers } = world.settings
      if (operator.users.size >= maxUsers) throw new ApiFailure('EMU0103', ['user', maxUsers])
      operator.users.set(userName, createUser(userName, description ?? null, nowMs))
      return created()
    },
  },
  {
    operationId: 'updateUser',
    handle({ operator, params, body, nowMs }) {
      const user = findUser(operator, params.user_name)
      const { description } = readBody(userRequestSchema, body)
      if (description !== undefined) user.description = description
      user.updatedMs = nowMs
      return ok()
    },
  },
  {
    operationId: 'deleteUser',
    handle({ world, operator, params }) {
      const { userName, authKeys } = findUser(operator, params.user_name)
      closeSessionsOf(world, operator, userName)
      for (const authKeyId of authKeys.keys()) world.authKeys.delete(authKeyId)
      operator.users.delete(userName)
      return noContent
    },
  },
  {
    operationId: 'revokeUserAuthTokens',
    handle({ world, operator, params }) {
      const { userName } = findUser(operator, params.user_name, 400)
      closeSessionsOf(world, operator, userName)
      return noContent
    },
  },
]
