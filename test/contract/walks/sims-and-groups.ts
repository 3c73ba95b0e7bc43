import { eventually } from '@soracom-fixtures/core'
import { expect } from '../expect.ts'
import type { Life } from '../life.ts'

/** The newer view of SIMs, groups with their configuration and members, and the search. */
export async function walkSimsAndGroups(life: Life): Promise<void> {
  const made = await life.call('sandboxCreateSubscriber', { body: {} })
  const { imsi, registrationSecret } = made.body
  const params = { sim_id: imsi }
  const registered = await life.call('registerSim', { params, body: { registrationSecret } })
  expect(registered.status).toBe(201)
  const sim = await life.call('getSim', { params })
  expect(sim.body).toMatchObject({ simId: imsi, status: 'ready' })
  expect((await life.call('getSim', { params: { sim_id: 'none' } })).status).toBe(404)
  expect((await life.call('listSims')).body.length).toBeGreaterThan(0)

  const groupId = await walkGroups(life, imsi)
  await walkSearch(life, imsi)
  await walkGroupEnd(life, groupId)
  expect((await life.call('unsetGroup', { params: { imsi } })).body.groupId).toBe(null)
  expect((await life.call('deleteGroup', { params: { group_id: groupId } })).status).toBe(204)
  expect((await life.call('getGroup', { params: { group_id: groupId } })).status).toBe(404)
}

async function walkGroups(life: Life, imsi: string): Promise<string> {
  const made = await life.call('createGroup', { body: { tags: { name: 'meters' } } })
  expect(made.status).toBe(201)
  const params = { group_id: made.body.groupId }
  expect((await life.call('getGroup', { params })).body).toMatchObject({ tags: { name: 'meters' } })
  expect((await life.call('listGroups', { query: { tag_name: 'name', tag_value: 'meters' } })).body).toHaveLength(1)
  const entries = [
    { key: 'useCustomDns', value: true },
    { key: 'dnsServers', value: ['1.1.1.1'] },
  ]
  const namespace = { ...params, namespace: 'SoracomAir' }
  const configured = await life.call('putConfigurationParameters', { params: namespace, body: entries })
  expect(configured.body.configuration.SoracomAir).toEqual({ useCustomDns: true, dnsServers: ['1.1.1.1'] })

  const joined = await life.call('setGroup', { params: { imsi }, body: { groupId: params.group_id } })
  expect(joined.body.groupId).toBe(params.group_id)
  expect((await life.call('setGroup', { params: { imsi }, body: { groupId: 'none' } })).status).toBe(404)
  expect((await life.call('listSubscribersInGroup', { params })).body).toMatchObject([{ simId: imsi }])
  return params.group_id
}

async function walkGroupEnd(life: Life, groupId: string): Promise<void> {
  const params = { group_id: groupId, namespace: 'SoracomBeam', name: 'tcp://beam.soracom.io:8023', tag_name: 'place' }
  const body = [{ tagName: 'place', tagValue: 'Tōkyō' }]
  expect((await life.call('putGroupTags', { params, body })).body.tags).toEqual({ name: 'meters', place: 'Tōkyō' })
  await life.call('putConfigurationParameters', { params, body: [{ key: params.name, value: { enabled: true } }] })
  for (const operationId of ['deleteGroupTag', 'deleteConfigurationParameter', 'deleteConfigurationNamespace']) {
    expect((await life.call(operationId, { params })).status).toBe(204)
  }
  const { tags, configuration } = (await life.call('getGroup', { params })).body
  expect({ tags, namespaces: Object.keys(configuration) }).toEqual({
    tags: { name: 'meters' },
    namespaces: ['SoracomAir'],
  })
  const gone = { ...params, group_id: 'none' }
  for (const operationId of ['deleteGroupTag', 'deleteConfigurationParameter', 'deleteConfigurationNamespace']) {
    expect((await life.call(operationId, { params: gone })).status).toBe(404)
  }
  expect((await life.call('putGroupTags', { params: gone, body })).status).toBe(404)
  expect((await life.call('putGroupTags', { params, body: [{ tagName: '' }] })).status).toBe(400)
}

async function walkSearch(life: Life, imsi: string): Promise<void> {
  await life.call('putSubscriberTags', { params: { imsi }, body: [{ tagName: 'name', tagValue: 'Weather Station' }] })
  for (const operationId of ['searchSims', 'searchSubscribers']) {
    // The index of the sandbox is up to fifteen seconds late.
    await eventually(() => life.call(operationId, { query: { name: 'weather' } }), {
      until: ({ body }) => body.length === 1,
      what: 'a SIM in the index',
      timeout: 60_000,
    })
    expect((await life.call(operationId, { query: { group: 'meters', imsi: imsi.slice(0, 8) } })).body).toHaveLength(1)
    expect((await life.call(operationId, { query: { name: 'w' } })).status).toBe(400)
  }
}
