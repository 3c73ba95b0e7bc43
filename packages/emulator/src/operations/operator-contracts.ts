import { contractNames, type OperatorContract } from '@soracom-fixtures/api'
import {
  harvestContractDetailSchema,
  operatorContractRequestSchema,
  supportContractDetailSchema,
} from '@soracom-fixtures/api/schemas'
import { forgetContractedCalls, forgetPastCalls } from '../state/audit-log.ts'
import { noContent, ok } from './answer.ts'
import { ApiFailure, invalid } from './api-failure.ts'
import type { Operation } from './operation.ts'
import { readBody } from './read-body.ts'

/** Contracts beyond the plans of SIMs. Tokens that are made later name them. */
export const operatorContractOperations: readonly Operation[] = [
  {
    operationId: 'addOperatorContract',
    handle({ operator, body, nowMs }) {
      const contract = readContract(body)
      // Japan coverage only (published document).
      if (contract.contractName === 'support' && !operator.coverageTypes.has('jp')) {
        throw new ApiFailure('EMU0148', ['support'])
      }
      const { contracts } = operator.account
      if (contract.contractName === 'api_audit_log' && !contracts.has('api_audit_log')) {
        forgetPastCalls(operator.account, nowMs)
      }
      contracts.set(contract.contractName, contract.contractDetail ?? undefined)
      operator.updatedMs = nowMs
      return ok(contract)
    },
  },
  {
    operationId: 'deleteOperatorContract',
    handle({ operator, params: { contract_name: wanted }, nowMs }) {
      const contractName = contractNames.find((name) => name === wanted)
      if (!contractName) throw invalid('contract_name', wanted)
      // The document lists 204 only, so ending what is not contracted is harmless.
      if (!operator.account.contracts.delete(contractName)) return noContent
      if (contractName === 'api_audit_log') forgetContractedCalls(operator.account)
      operator.updatedMs = nowMs
      return noContent
    },
  },
]

// Only harvest and support have details; those of others are passed over.
function readContract(body: unknown): OperatorContract {
  const { contractName, contractDetail } = readBody(operatorContractRequestSchema, body)
  if (!contractDetail) return { contractName }
  if (contractName === 'harvest') {
    return { contractName, contractDetail: readBody(harvestContractDetailSchema, contractDetail) }
  }
  if (contractName === 'support') {
    return { contractName, contractDetail: readBody(supportContractDetailSchema, contractDetail) }
  }
  return { contractName }
}
