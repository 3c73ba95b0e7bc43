import { type CredentialRecord, type CredentialType, requestedCredentialTypes } from '@soracom-fixtures/api'
import { credentialRequestSchema } from '@soracom-fixtures/api/schemas'
import type { EmulatorSettings } from '../settings.ts'
import type { CredentialState } from '../state/account.ts'
import { created, noContent, ok } from './answer.ts'
import { ApiFailure, invalid, notFound, unlistedDuplicate } from './api-failure.ts'
import type { Operation } from './operation.ts'
import { readBody } from './read-body.ts'

/** Sets of credentials for other clouds. Their values are never read back. */
export const credentialOperations: readonly Operation[] = [
  {
    operationId: 'listCredentials',
    handle: ({ world: { settings }, operator }) =>
      ok([...operator.account.credentials.values()].map((state) => toView(state, settings))),
  },
  {
    operationId: 'createCredential',
    handle({ world, operator, params: { credentials_id: credentialsId = '' }, body, nowMs }) {
      const { type, description = null, credentials = {} } = readRequest(body, world.settings)
      // Optional by its schema; the answer cannot do without it.
      if (type === undefined) throw new ApiFailure('COM0008', ['may not be empty:type'])
      if (operator.account.credentials.has(credentialsId)) throw unlistedDuplicate(world, 'credentials', credentialsId)
      const names = Object.keys(credentials)
      const state = { credentialsId, createdMs: nowMs, modifiedMs: nowMs, type, description, names }
      operator.account.credentials.set(credentialsId, state)
      return created(toView(state, world.settings))
    },
  },
  {
    operationId: 'updateCredential',
    handle({ world: { settings }, operator, params: { credentials_id: credentialsId = '' }, body, nowMs }) {
      const { type, description, credentials } = readRequest(body, settings)
      const state = operator.account.credentials.get(credentialsId)
      // 400 is the only error that the document lists here.
      if (!state) throw invalid('credentials_id', credentialsId)
      if (type !== undefined) state.type = type
      if (description !== undefined) state.description = description
      if (credentials !== undefined) state.names = Object.keys(credentials)
      state.modifiedMs = nowMs
      return ok(toView(state, settings))
    },
  },
  {
    operationId: 'deleteCredential',
    handle({ operator, params: { credentials_id: credentialsId = '' } }) {
      if (!operator.account.credentials.delete(credentialsId)) throw notFound('credentials', credentialsId)
      return noContent
    },
  },
]

function readRequest(body: unknown, { credentialTypes }: EmulatorSettings) {
  const request = readBody(credentialRequestSchema, body)
  const listed: readonly CredentialType[] = requestedCredentialTypes
  if (request.type !== undefined && credentialTypes === 'listed' && !listed.includes(request.type)) {
    throw new ApiFailure('COM0008', ['invalid value:type'])
  }
  return request
}

// Times are seconds.
function toView(state: CredentialState, { credentialValues }: EmulatorSettings): CredentialRecord {
  const { credentialsId, type, description, names, createdMs, modifiedMs } = state
  return {
    credentialsId,
    type,
    description,
    credentials: credentialValues === 'omitted' ? {} : Object.fromEntries(names.map((name) => [name, '********'])),
    createDateTime: Math.floor(createdMs / 1000),
    updateDateTime: Math.floor(modifiedMs / 1000),
    // No service of the emulator uses one.
    lastUsedDateTime: null,
  }
}
