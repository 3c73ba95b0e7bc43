import * as v from 'valibot'
import { coverageTypes } from '../coverage-types.ts'

/** `POST /sandbox/init`: makes an operator in one step. */
export const initRequestSchema = v.object({
  email: v.string(),
  password: v.string(),
  authKeyId: v.string(),
  authKey: v.string(),
  coverageTypes: v.exactOptional(v.array(v.picklist(coverageTypes))),
  registerPaymentMethod: v.exactOptional(v.boolean()),
})
export type InitRequest = v.InferOutput<typeof initRequestSchema>

/** `POST /sandbox/operators/token/{email}`. */
export const signupTokenRequestSchema = v.object({ authKeyId: v.string(), authKey: v.string() })
export type SignupTokenRequest = v.InferOutput<typeof signupTokenRequestSchema>

export const signupTokenResponseSchema = v.object({ token: v.string() })
export type SignupTokenResponse = v.InferOutput<typeof signupTokenResponseSchema>

/** `POST /operators`, which older clients sign up with. Newer ones of them name coverage types (the Go client). */
export const createOperatorRequestSchema = v.object({
  email: v.string(),
  password: v.string(),
  coverageTypes: v.exactOptional(v.array(v.picklist(coverageTypes))),
})
export type CreateOperatorRequest = v.InferOutput<typeof createOperatorRequestSchema>

/** `POST /operators/verify`, the second step of an older client's signup. */
export const verifyOperatorRequestSchema = v.object({ token: v.string() })
export type VerifyOperatorRequest = v.InferOutput<typeof verifyOperatorRequestSchema>

export const operatorResponseSchema = v.object({
  operatorId: v.string(),
  rootOperatorId: v.nullable(v.string()),
  email: v.string(),
  description: v.nullable(v.string()),
  createDate: v.string(),
  updateDate: v.string(),
})
export type OperatorResponse = v.InferOutput<typeof operatorResponseSchema>

export const authKeyResponseSchema = v.object({
  authKeyId: v.string(),
  /** UNIX seconds. */
  createDateTime: v.number(),
  lastUsedDateTime: v.exactOptional(v.nullable(v.number())),
})
export type AuthKeyResponse = v.InferOutput<typeof authKeyResponseSchema>

export const generatedAuthKeySchema = v.object({ authKeyId: v.string(), authKey: v.string() })
export type GeneratedAuthKey = v.InferOutput<typeof generatedAuthKeySchema>
