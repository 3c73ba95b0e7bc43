import * as v from 'valibot'
import { contractNames } from '../contract-names.ts'

/** Details of the contract `harvest`. Only the plan `extended` and 731 days are acceptable. */
export const harvestContractDetailSchema = v.object({
  plan: v.exactOptional(v.literal('extended')),
  /** Days. */
  ttl: v.exactOptional(v.literal(731)),
})
export type HarvestContractDetail = v.InferOutput<typeof harvestContractDetailSchema>

/** Details of the contract `support`. */
export const supportContractDetailSchema = v.object({ tier: v.exactOptional(v.literal('priority')) })
export type SupportContractDetail = v.InferOutput<typeof supportContractDetailSchema>

/** `POST /operators/{operator_id}/contracts`; what its detail may be depends on the contract. */
export const operatorContractRequestSchema = v.object({
  contractName: v.picklist(contractNames),
  contractDetail: v.exactOptional(v.nullable(v.record(v.string(), v.unknown()))),
})
export type OperatorContractRequest = v.InferOutput<typeof operatorContractRequestSchema>

/** A contract of an operator. */
export const operatorContractSchema = v.object({
  contractName: v.picklist(contractNames),
  contractDetail: v.exactOptional(v.nullable(v.union([harvestContractDetailSchema, supportContractDetailSchema]))),
})
export type OperatorContract = v.InferOutput<typeof operatorContractSchema>
