/** A role that an operator made. */
export interface RoleState {
  readonly roleId: string
  readonly createdMs: number
  updatedMs: number
  description: string | null
  /** JSON text, as it was set. */
  permission: string
}
