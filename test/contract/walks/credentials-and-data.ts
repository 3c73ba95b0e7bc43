import { expect } from '../expect.ts'
import type { Life } from '../life.ts'

/** A set of credentials, whose values never come back. */
export async function walkCredentials(life: Life): Promise<void> {
  const params = { credentials_id: 'aws' }
  const body = {
    type: 'aws-credentials',
    description: 'Tests',
    credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'not to be seen' },
  }
  const made = await life.call('createCredential', { params, body })
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({ credentialsId: 'aws', type: 'aws-credentials', description: 'Tests' })
  expect(JSON.stringify(made.body)).not.toContain('not to be seen')
  expect((await life.call('createCredential', { params, body })).status).toBe(400)
  expect((await life.call('createCredential', { params: { credentials_id: 'other' }, body: {} })).status).toBe(400)
  expect((await life.call('listCredentials')).body).toEqual([made.body])
  const changed = await life.call('updateCredential', { params, body: { ...body, description: 'More tests' } })
  expect(changed.body).toMatchObject({ description: 'More tests', createDateTime: made.body.createDateTime })
  expect((await life.call('deleteCredential', { params })).status).toBe(204)
  expect((await life.call('deleteCredential', { params })).status).toBe(404)
  expect((await life.call('updateCredential', { params, body })).status).toBe(400)
}

/** Data of devices, of which a sandbox has none. */
export async function walkDataEntries(life: Life): Promise<void> {
  const resource = { resource_type: 'Subscriber', resource_id: '001010000000000' }
  const query = { from: '0', to: '1800000000000', sort: 'asc', limit: '100' }
  expect((await life.call('getDataEntries', { params: resource, query })).body).toEqual([])
  expect((await life.call('getDataEntries', { params: resource, query: { sort: 'none' } })).status).toBe(400)
  const entry = { ...resource, time: '1700000000000' }
  expect((await life.call('getDataEntry', { params: entry })).status).toBe(404)
  expect((await life.call('deleteDataEntry', { params: entry })).status).toBe(204)
  for (const operationId of ['getDataEntry', 'deleteDataEntry']) {
    expect((await life.call(operationId, { params: { ...entry, time: 'soon' } })).status).toBe(400)
    expect((await life.call(operationId, { params: { ...entry, resource_type: 'None' } })).status).toBe(400)
  }
}
