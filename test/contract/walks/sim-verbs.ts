import { expect } from '../expect.ts'
import { addSim, type Life } from '../life.ts'

/** All that the newer API does to a SIM, and what shows of it in the older one. */
export async function walkSimVerbs(life: Life): Promise<void> {
  const imsi = await addSim(life, 'plan01s')
  await walkSimSettings(life, imsi)
  await walkSimGroup(life, imsi)
  await walkImeiLocks(life, imsi)
  await walkSimStates(life, imsi)
}

async function walkSimSettings(life: Life, imsi: string): Promise<void> {
  const params = { sim_id: imsi }
  const body = [{ tagName: 'name', tagValue: 'one' }]
  expect((await life.call('putSimTags', { params, body })).body.tags).toEqual({ name: 'one' })
  expect((await life.call('deleteSimTag', { params: { ...params, tag_name: 'name' } })).status).toBe(204)
  expect((await life.call('deleteSimTag', { params: { ...params, tag_name: 'name' } })).status).toBe(404)

  const faster = await life.call('updateSimSpeedClass', { params, body: { speedClass: 's1.fast' } })
  expect(faster.body.speedClass).toBe('s1.fast')
  expect((await life.call('updateSimSpeedClass', { params, body: { speedClass: 'u1.slow' } })).status).toBe(400)

  const expiry = { expiryTime: Date.UTC(2040, 0), expiryAction: 'deactivate' }
  expect((await life.call('setSimExpiryTime', { params, body: expiry })).body).toMatchObject(expiry)
  expect((await life.call('getSubscriber', { params: { imsi } })).body).toMatchObject(expiry)
  expect((await life.call('unsetSimExpiryTime', { params })).body.expiryTime).toBe(null)
}

async function walkSimGroup(life: Life, imsi: string): Promise<void> {
  const params = { sim_id: imsi }
  const { groupId } = (await life.call('createGroup', { body: {} })).body
  expect((await life.call('setSimGroup', { params, body: { groupId } })).body.groupId).toBe(groupId)
  expect((await life.call('getSubscriber', { params: { imsi } })).body.groupId).toBe(groupId)
  expect((await life.call('setSimGroup', { params, body: { groupId: 'none' } })).status).toBe(404)
  expect((await life.call('unsetSimGroup', { params })).body.groupId).toBe(null)
}

// No SIM of the sandbox is in a device, so that there is neither an IMEI to take over nor a session to delete.
async function walkImeiLocks(life: Life, imsi: string): Promise<void> {
  const body = { imei: '0123456789012345' }
  for (const [set, unset, params] of [
    ['setSimImeiLock', 'unsetSimImeiLock', { sim_id: imsi }],
    ['setImeiLock', 'unsetImeiLock', { imsi }],
  ] as const) {
    expect((await life.call(set, { params, body })).body.imeiLock).toEqual(body)
    expect((await life.call(set, { params })).status).toBe(400)
    expect((await life.call(unset, { params })).body.imeiLock).toBe(null)
    expect((await life.call(unset, { params: { imsi: 'none', sim_id: 'none' } })).status).toBe(404)
  }
  for (const operationId of ['deleteSimSession', 'deleteSubscriberSession']) {
    const offline = await life.call(operationId, { params: { imsi, sim_id: imsi } })
    expect(offline.body.code).toBe('SEM0016')
    expect((await life.call(operationId, { params: { imsi: 'none', sim_id: 'none' } })).status).toBe(404)
  }
}

async function walkSimStates(life: Life, imsi: string): Promise<void> {
  const params = { sim_id: imsi }
  for (const [operationId, status] of [
    ['deactivateSim', 'inactive'],
    ['activateSim', 'active'],
    ['setSimToStandby', 'standby'],
    ['suspendSim', 'suspended'],
  ] as const) {
    expect((await life.call(operationId, { params })).body).toMatchObject({ simId: imsi, status })
    expect((await life.call('getSubscriber', { params: { imsi } })).body.status).toBe(status)
    expect((await life.call(operationId, { params: { sim_id: 'none' } })).status).toBe(404)
  }
  expect((await life.call('terminateSim', { params })).status).toBe(400)
  expect((await life.call('enableSimTermination', { params })).status).toBe(200)
  expect((await life.call('disableSimTermination', { params })).status).toBe(200)
  expect((await life.call('terminateSim', { params })).status).toBe(400)
  await life.call('enableSimTermination', { params })
  expect((await life.call('terminateSim', { params })).body.status).toBe('terminated')
  expect((await life.call('activateSim', { params })).status).toBe(400)
}
