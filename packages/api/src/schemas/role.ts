import * as v from 'valibot'
import { roleOwners } from '../role-owners.ts'

/** A role as lists show it, without its permission. */
export const roleSummarySchema = v.object({
  /** That of a role that SORACOM manages is an SRN, such as `srn:soracom:::Role:name`. */
  roleId: v.string(),
  roleName: v.exactOptional(v.string()),
  owner: v.exactOptional(v.picklist(roleOwners)),
  description: v.exactOptional(v.nullable(v.string())),
  /** UNIX seconds. */
  createDateTime: v.number(),
  updateDateTime: v.number(),
})
export type RoleSummary = v.InferOutput<typeof roleSummarySchema>

/** A role with its permission, a text that holds JSON. */
export const roleSchema = v.object({ ...roleSummarySchema.entries, permission: v.string() })
export type RoleRecord = v.InferOutput<typeof roleSchema>

/** One version of a role that SORACOM manages. */
export const roleVersionSchema = v.object({
  roleId: v.string(),
  roleName: v.exactOptional(v.string()),
  owner: v.exactOptional(v.picklist(roleOwners)),
  description: v.exactOptional(v.nullable(v.string())),
  permission: v.string(),
  version: v.number(),
  /** UNIX seconds. */
  publishDateTime: v.number(),
})
export type RoleVersion = v.InferOutput<typeof roleVersionSchema>

/** `POST` and `PUT /operators/{operator_id}/roles/{role_id}`; the permission is a text that holds JSON. */
export const roleRequestSchema = v.object({
  permission: v.string(),
  description: v.exactOptional(v.nullable(v.string())),
})
export type RoleRequest = v.InferOutput<typeof roleRequestSchema>

export const createdRoleSchema = v.object({ roleId: v.string() })
export type CreatedRole = v.InferOutput<typeof createdRoleSchema>

export const attachRoleRequestSchema = v.object({ roleId: v.string() })
export type AttachRoleRequest = v.InferOutput<typeof attachRoleRequestSchema>
