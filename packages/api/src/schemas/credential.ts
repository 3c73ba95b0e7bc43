import * as v from 'valibot'
import { credentialTypes } from '../credential-types.ts'

/** `POST` and `PUT /credentials/{credentials_id}`. */
export const credentialRequestSchema = v.object({
  type: v.exactOptional(v.picklist(credentialTypes)),
  description: v.exactOptional(v.nullable(v.string())),
  credentials: v.exactOptional(v.record(v.string(), v.unknown())),
})
export type CredentialRequest = v.InferOutput<typeof credentialRequestSchema>

/** A set of credentials; what is secret in it is never read back. Times are UNIX seconds. */
export const credentialSchema = v.object({
  credentialsId: v.string(),
  type: v.picklist(credentialTypes),
  description: v.exactOptional(v.nullable(v.string())),
  credentials: v.record(v.string(), v.unknown()),
  createDateTime: v.number(),
  updateDateTime: v.number(),
  lastUsedDateTime: v.nullable(v.number()),
})
export type CredentialRecord = v.InferOutput<typeof credentialSchema>
