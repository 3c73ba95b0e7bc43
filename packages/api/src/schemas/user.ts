import * as v from 'valibot'
import { authKeyResponseSchema } from './operator.ts'
import { roleSummarySchema } from './role.ts'

/** `POST` and `PUT /operators/{operator_id}/users/{user_name}`. */
export const userRequestSchema = v.object({ description: v.exactOptional(v.nullable(v.string())) })
export type UserRequest = v.InferOutput<typeof userRequestSchema>

/** A SAM user. */
export const userSchema = v.object({
  userName: v.string(),
  description: v.exactOptional(v.nullable(v.string())),
  authKeyList: v.array(authKeyResponseSchema),
  roleList: v.array(roleSummarySchema),
  hasPassword: v.boolean(),
  /** A text that holds JSON. */
  permission: v.exactOptional(v.nullable(v.string())),
  /** UNIX seconds. */
  createDateTime: v.number(),
  updateDateTime: v.number(),
})
export type UserRecord = v.InferOutput<typeof userSchema>

export const createUserPasswordRequestSchema = v.object({ password: v.string() })
export type CreateUserPasswordRequest = v.InferOutput<typeof createUserPasswordRequestSchema>

export const updateUserPasswordRequestSchema = v.object({ currentPassword: v.string(), newPassword: v.string() })
export type UpdateUserPasswordRequest = v.InferOutput<typeof updateUserPasswordRequestSchema>

export const userPasswordStateSchema = v.object({ hasPassword: v.boolean() })
export type UserPasswordState = v.InferOutput<typeof userPasswordStateSchema>

/** What a SAM user may do: a text that holds JSON. */
export const userPermissionRequestSchema = v.object({
  permission: v.string(),
  description: v.exactOptional(v.nullable(v.string())),
})
export type UserPermissionRequest = v.InferOutput<typeof userPermissionRequestSchema>

export const userPermissionSchema = v.object({ permission: v.nullable(v.string()) })
export type UserPermission = v.InferOutput<typeof userPermissionSchema>

/** What all SAM users may do. The field is plural here and singular for one user. */
export const defaultPermissionsRequestSchema = v.object({ permissions: v.string() })
export type DefaultPermissionsRequest = v.InferOutput<typeof defaultPermissionsRequestSchema>

export const defaultPermissionsSchema = v.object({ defaultPermissions: v.nullable(v.string()) })
export type DefaultPermissions = v.InferOutput<typeof defaultPermissionsSchema>

/** Who may switch to a SAM user: a text that holds JSON. */
export const userTrustPolicyRequestSchema = v.object({ trustPolicy: v.string() })
export type UserTrustPolicyRequest = v.InferOutput<typeof userTrustPolicyRequestSchema>

export const userTrustPolicySchema = v.object({ trustPolicy: v.nullable(v.string()) })
export type UserTrustPolicy = v.InferOutput<typeof userTrustPolicySchema>

export const userMfaStatusSchema = v.object({ status: v.string() })
export type UserMfaStatus = v.InferOutput<typeof userMfaStatusSchema>

/** What an authenticator is set up with; it holds the shared secret. */
export const enabledUserMfaSchema = v.object({ totpUri: v.string() })
export type EnabledUserMfa = v.InferOutput<typeof enabledUserMfaSchema>

export const verifyUserMfaRequestSchema = v.object({ mfaOTPCode: v.string() })
export type VerifyUserMfaRequest = v.InferOutput<typeof verifyUserMfaRequestSchema>
