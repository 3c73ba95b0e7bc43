import type { CoverageType } from '@soracom-fixtures/api'
import { initRequestSchema, signupTokenRequestSchema } from '@soracom-fixtures/api/schemas'
import { isAcceptablePassword, isEmailAddress } from '../rules/password.ts'
import { addOperator } from '../state/add-operator.ts'
import { deleteOperator } from '../state/delete-operator.ts'
import { openSession } from '../state/sessions.ts'
import type { World } from '../state/world.ts'
import { created, ok } from './answer.ts'
import { ApiFailure } from './api-failure.ts'
import { toAuthView } from './auth.ts'
import type { Operation } from './operation.ts'
import { readBody } from './read-body.ts'

/** What the sandbox has of its own for operators: making one at once, its signup token, and deleting it. */
export const sandboxOperatorOperations: readonly Operation[] = [
  {
    operationId: 'sandboxInitializeOperator',
    open: true,
    handle({ world, body }) {
      const request = readBody(initRequestSchema, body)
      checkProductionKey(world, request)
      checkAccount(world, request)
      const operator = addOperator(world, {
        email: request.email,
        password: request.password,
        coverageTypes: toCoverageTypes(world, request.coverageTypes),
        hasPaymentMethod: request.registerPaymentMethod ?? true,
      })
      return created(toAuthView(openSession(world, operator)))
    },
  },
  {
    operationId: 'sandboxGetSignupToken',
    open: true,
    handle({ world, params, body }) {
      checkProductionKey(world, readBody(signupTokenRequestSchema, body))
      const email = params.email ?? ''
      const signup = world.signups.get(email)
      if (!signup) throw new ApiFailure('SBX1003')
      return ok({ token: signup.token })
    },
  },
  {
    operationId: 'sandboxDeleteOperator',
    handle({ world, params, operator }) {
      if (params.operator_id !== operator.operatorId) {
        throw new ApiFailure('EMU0005', ['operator', params.operator_id ?? ''], world.settings.foreignOperatorStatus)
      }
      deleteOperator(world, operator)
      return ok()
    },
  },
]

/** Checks an e-mail address and a password that somebody signs up with. */
export function checkAccount(world: World, { email, password }: { readonly email: string; readonly password: string }) {
  if (!isEmailAddress(email)) throw new ApiFailure('COM0008', [`not a well-formed email address:email`])
  if (!isAcceptablePassword(password)) throw new ApiFailure('AUM0010')
  if (world.operatorIdsByEmail.has(email)) throw new ApiFailure('AUM0003')
}

/** The coverage types of an operator that somebody signs up with: those that were asked for, if any were. */
export function toCoverageTypes(
  { settings }: World,
  asked: readonly CoverageType[] | undefined,
): readonly CoverageType[] {
  return asked && asked.length > 0 ? asked : settings.defaultCoverageTypes
}

function checkProductionKey(world: World, { authKeyId, authKey }: { authKeyId: string; authKey: string }): void {
  const accepted = world.productionKeys
  const known = accepted?.some((key) => key.authKeyId === authKeyId && key.authKey === authKey) ?? true
  if (!known || authKeyId === '' || authKey === '') throw new ApiFailure('SBX1002')
}
