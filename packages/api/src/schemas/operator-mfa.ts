import * as v from 'valibot'

/** `POST /operators/{operator_id}/mfa/verify`: the code that the authenticator shows. */
export const verifyOperatorMfaRequestSchema = v.object({ mfaOTPCode: v.string() })
export type VerifyOperatorMfaRequest = v.InferOutput<typeof verifyOperatorMfaRequestSchema>

/** `DELETE /operators/{operator_id}/mfa`: the root user's password. */
export const revokeOperatorMfaRequestSchema = v.object({ password: v.string() })
export type RevokeOperatorMfaRequest = v.InferOutput<typeof revokeOperatorMfaRequestSchema>

/** `UNCONFIRMED` between enabling and the first right code. */
export const operatorMfaStatusSchema = v.object({ status: v.picklist(['ACTIVE', 'INACTIVE', 'UNCONFIRMED']) })
export type OperatorMfaStatus = v.InferOutput<typeof operatorMfaStatusSchema>

/** The `otpauth://` address that an authenticator reads the secret from. */
export const enabledOperatorMfaSchema = v.object({ totpUri: v.string() })
export type EnabledOperatorMfa = v.InferOutput<typeof enabledOperatorMfaSchema>

export const verifiedOperatorMfaSchema = v.object({ backupCodes: v.array(v.string()) })
export type VerifiedOperatorMfa = v.InferOutput<typeof verifiedOperatorMfaSchema>
