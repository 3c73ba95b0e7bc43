import { expect } from '../expect.ts'
import type { Life } from '../life.ts'

/** A role that the emulator of the walks is told SORACOM manages. */
const managedRole = 'srn:soracom:::Role:SimReader'
const permission = JSON.stringify({ statements: [{ effect: 'allow', api: 'Subscriber:*' }] })

/** The setting of an emulator that knows it. */
export const managedRoles = [{ roleId: managedRole, permission, publishedMs: Date.UTC(2026, 0) }] as const

/** A role that SORACOM manages: listed beside the operator's own, attached to a user, with its versions. */
export async function walkManagedRoles(life: Life): Promise<void> {
  await life.call('createRole', { params: { role_id: 'own' }, body: { permission } })
  expect((await life.call('listRoles', { query: { owner: 'soracom' } })).body).toMatchObject([{ roleId: managedRole }])
  expect((await life.call('listRoles', { query: { owner: 'all' } })).body).toHaveLength(2)

  const user = { user_name: 'reader' }
  await life.call('createUser', { params: user, body: {} })
  const attached = await life.call('attachRole', { params: user, body: { roleId: managedRole } })
  expect(attached.status).toBe(200)
  expect((await life.call('listUserRoles', { params: user })).body).toHaveLength(1)
  const versions = await life.call('listRoleVersions', { params: { role_id: managedRole } })
  expect(versions.body).toMatchObject([{ roleId: managedRole, version: 1 }])
}
