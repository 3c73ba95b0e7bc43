/** Who looks after a role: the operator that made it, or SORACOM. */
export const roleOwners = ['operator', 'soracom'] as const

export type RoleOwner = (typeof roleOwners)[number]
