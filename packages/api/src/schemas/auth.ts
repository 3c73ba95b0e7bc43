import * as v from 'valibot'

/** `POST /auth`: one of e-mail and password, SAM user and password, or an auth key. */
export const authRequestSchema = v.object({
  email: v.exactOptional(v.string()),
  password: v.exactOptional(v.string()),
  operatorId: v.exactOptional(v.string()),
  userName: v.exactOptional(v.string()),
  authKeyId: v.exactOptional(v.string()),
  authKey: v.exactOptional(v.string()),
  mfaOTPCode: v.exactOptional(v.string()),
  /** Seconds; 86,400 unless told, at most 172,800. */
  tokenTimeoutSeconds: v.exactOptional(v.number()),
})
export type AuthRequest = v.InferOutput<typeof authRequestSchema>

export const authResponseSchema = v.object({
  apiKey: v.string(),
  operatorId: v.string(),
  token: v.string(),
  userName: v.exactOptional(v.nullable(v.string())),
})
export type AuthResponse = v.InferOutput<typeof authResponseSchema>

export const generateTokenRequestSchema = v.object({ tokenTimeoutSeconds: v.exactOptional(v.number()) })
export type GenerateTokenRequest = v.InferOutput<typeof generateTokenRequestSchema>

export const generateTokenResponseSchema = v.object({ token: v.string() })
export type GenerateTokenResponse = v.InferOutput<typeof generateTokenResponseSchema>

/** `POST /auth/switch_user`: the SAM user to become; 3,600 seconds unless told, at least 180 and at most 3,600. */
export const switchUserRequestSchema = v.object({
  operatorId: v.string(),
  userName: v.string(),
  tokenTimeoutSeconds: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(180), v.maxValue(3600))),
})
export type SwitchUserRequest = v.InferOutput<typeof switchUserRequestSchema>
/** `POST /auth/password_reset_token/issue`. */
export const issuePasswordResetTokenRequestSchema = v.object({ email: v.string() })
export type IssuePasswordResetTokenRequest = v.InferOutput<typeof issuePasswordResetTokenRequestSchema>

/** `POST /auth/password_reset_token/verify`. */
export const verifyPasswordResetTokenRequestSchema = v.object({ token: v.string(), password: v.string() })
export type VerifyPasswordResetTokenRequest = v.InferOutput<typeof verifyPasswordResetTokenRequestSchema>
