import { createUserPasswordRequestSchema, updateUserPasswordRequestSchema } from '@soracom-fixtures/api/schemas'
import { isAcceptablePassword } from '../rules/password.ts'
import { created, noContent, ok } from './answer.ts'
import { ApiFailure, invalid, notFound } from './api-failure.ts'
import { findUser } from './find-user.ts'
import type { Operation } from './operation.ts'
import { readBody } from './read-body.ts'

/** Passwords of SAM users, by the same policy as those of operators. */
export const userPasswordOperations: readonly Operation[] = [
  {
    operationId: 'hasUserPassword',
    handle: ({ operator, params }) => ok({ hasPassword: findUser(operator, params.user_name).password !== null }),
  },
  {
    operationId: 'createUserPassword',
    handle({ operator, params, body, nowMs }) {
      const user = findUser(operator, params.user_name)
      const { password } = readBody(createUserPasswordRequestSchema, body)
      if (user.password !== null) throw new ApiFailure('EMU0104', [user.userName])
      user.password = toAcceptable(password)
      user.updatedMs = nowMs
      return created()
    },
  },
  {
    operationId: 'updateUserPassword',
    handle({ operator, params, body, nowMs }) {
      const user = findUser(operator, params.user_name)
      const { currentPassword, newPassword } = readBody(updateUserPasswordRequestSchema, body)
      if (user.password !== currentPassword) throw invalid('currentPassword', '***')
      user.password = toAcceptable(newPassword)
      user.updatedMs = nowMs
      return ok()
    },
  },
  {
    operationId: 'deleteUserPassword',
    handle({ operator, params, nowMs }) {
      const user = findUser(operator, params.user_name)
      if (user.password === null) throw notFound('password of the user', user.userName)
      user.password = null
      user.updatedMs = nowMs
      return noContent
    },
  },
]

function toAcceptable(password: string): string {
  if (!isAcceptablePassword(password)) throw new ApiFailure('AUM0010')
  return password
}
