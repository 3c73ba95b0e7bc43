import type {
  AuthKeyResponse,
  CoverageType,
  CreateOperatorRequest,
  GeneratedAuthKey,
  GenerateTokenRequest,
  GenerateTokenResponse,
  OperatorResponse,
  VerifyOperatorRequest,
} from '@soracom-fixtures/api'
import type { Call } from './call.ts'

/** Operators: signing up, and the account. */
export function operatorCalls(call: Call) {
  return {
    /** Begins to sign up, as older clients do. */
    async create(body: CreateOperatorRequest): Promise<void> {
      await call({
        operationId: 'createOperator',
        method: 'POST',
        path: '/operators',
        body,
        authenticated: false,
        repeat: 'unsafe',
        answer: 'none',
      })
    },
    /** Ends signing up, with the signup token. */
    async verify(body: VerifyOperatorRequest): Promise<void> {
      await call({
        operationId: 'verifyOperator',
        method: 'POST',
        path: '/operators/verify',
        body,
        authenticated: false,
        repeat: 'unsafe',
        answer: 'none',
      })
    },
    /** Reads an operator. */
    async get(operatorId: string): Promise<OperatorResponse> {
      return (
        await call<OperatorResponse>({
          operationId: 'getOperator',
          method: 'GET',
          path: '/operators/{operatorId}',
          params: { operatorId },
          repeat: 'safe',
        })
      ).value
    },
    /** Lists its auth keys, without the keys themselves. */
    async listAuthKeys(operatorId: string): Promise<AuthKeyResponse[]> {
      return (
        await call<AuthKeyResponse[]>({
          operationId: 'listOperatorAuthKeys',
          method: 'GET',
          path: '/operators/{operatorId}/auth_keys',
          params: { operatorId },
          repeat: 'safe',
        })
      ).value
    },
    /** Makes an auth key; the answer alone holds it. */
    async generateAuthKey(operatorId: string): Promise<GeneratedAuthKey> {
      return (
        await call<GeneratedAuthKey>({
          operationId: 'generateOperatorAuthKey',
          method: 'POST',
          path: '/operators/{operatorId}/auth_keys',
          params: { operatorId },
          repeat: 'unsafe',
        })
      ).value
    },
    /** Deletes an auth key. */
    async deleteAuthKey(operatorId: string, authKeyId: string): Promise<void> {
      await call({
        operationId: 'deleteOperatorAuthKey',
        method: 'DELETE',
        path: '/operators/{operatorId}/auth_keys/{authKeyId}',
        params: { operatorId, authKeyId },
        repeat: 'safe',
        answer: 'none',
      })
    },
    /** Adds a coverage type. */
    async addCoverageType(operatorId: string, coverageType: CoverageType): Promise<void> {
      await call({
        operationId: 'addCoverageType',
        method: 'POST',
        path: '/operators/{operatorId}/coverage_type/{coverageType}',
        params: { operatorId, coverageType },
        repeat: 'unsafe',
        answer: 'none',
      })
    },
    /** Makes another token; a token cannot be prolonged. */
    async generateToken(operatorId: string, body: GenerateTokenRequest = {}): Promise<GenerateTokenResponse> {
      return (
        await call<GenerateTokenResponse>({
          operationId: 'generateAuthToken',
          method: 'POST',
          path: '/operators/{operatorId}/token',
          params: { operatorId },
          body,
          repeat: 'safe',
        })
      ).value
    },
  }
}
