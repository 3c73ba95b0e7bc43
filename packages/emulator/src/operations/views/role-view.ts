import type { RoleRecord, RoleSummary, RoleVersion } from '@soracom-fixtures/api'
import type { ManagedRole } from '../../settings.ts'
import type { RoleState } from '../../state/role.ts'

/** A role of an operator as the API shows it; its name is its id. */
export function toRoleView({ roleId, description, permission, createdMs, updatedMs }: RoleState): RoleRecord {
  return {
    roleId,
    roleName: roleId,
    owner: 'operator',
    description,
    permission,
    createDateTime: Math.floor(createdMs / 1000),
    updateDateTime: Math.floor(updatedMs / 1000),
  }
}

/** A role that SORACOM manages as the API shows it; its name is the end of its SRN. */
export function toManagedRoleView({ roleId, description, permission, publishedMs }: ManagedRole): RoleRecord {
  const publishedSeconds = Math.floor(publishedMs / 1000)
  return {
    roleId,
    roleName: toRoleName(roleId),
    owner: 'soracom',
    description: description ?? null,
    permission,
    createDateTime: publishedSeconds,
    updateDateTime: publishedSeconds,
  }
}

/** A role as lists show it, without its permission. */
export function toRoleSummary({ permission: _, ...summary }: RoleRecord): RoleSummary {
  return summary
}

/** The only version of a role that SORACOM manages. */
export function toRoleVersionView({ roleId, description, permission, publishedMs }: ManagedRole): RoleVersion {
  return {
    roleId,
    roleName: toRoleName(roleId),
    owner: 'soracom',
    description: description ?? null,
    permission,
    version: 1,
    publishDateTime: Math.floor(publishedMs / 1000),
  }
}

function toRoleName(roleId: string): string {
  return roleId.slice(roleId.lastIndexOf(':') + 1)
}
