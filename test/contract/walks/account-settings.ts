import { expect } from '../expect.ts'
import { addSim, type Life } from '../life.ts'

/** Who the operator is, what it has contracted, what it called, and what it has. */
export async function walkAccountSettings(life: Life): Promise<void> {
  await walkInformation(life, 'CompanyInformation', company)
  await walkInformation(life, 'IndividualInformation', individual)
  await walkContractsAndAudit(life)
  await walkLogs(life)

  await addSim(life, 'plan-D')
  const summary = (type: string) => life.call('getResourceSummary', { params: { resource_summary_type: type } })
  const { resourceSummaryItems } = (await summary('simsPerStatus')).body
  expect(resourceSummaryItems[0].values).toContainEqual({ name: 'activeSims', value: 1 })
  expect((await summary('none')).status).toBe(404)
}

async function walkInformation(life: Life, name: string, information: object): Promise<void> {
  expect((await life.call(`get${name}`)).status).toBe(404)
  expect((await life.call(`update${name}`, { body: information })).status).toBe(404)
  expect((await life.call(`create${name}`, { body: {} })).status).toBe(400)
  expect((await life.call(`create${name}`, { body: information })).status).toBe(201)
  expect((await life.call(`create${name}`, { body: information })).status).toBe(400)
  expect((await life.call(`get${name}`)).body).toEqual(information)
  expect((await life.call(`update${name}`, { body: {} })).status).toBe(400)
  expect((await life.call(`update${name}`, { body: { ...information, city: '新宿区' } })).status).toBe(200)
  expect((await life.call(`get${name}`)).body).toMatchObject({ city: '新宿区' })
}

async function walkContractsAndAudit(life: Life): Promise<void> {
  const add = (body: object) => life.call('addOperatorContract', { body })
  const harvest = { contractName: 'harvest', contractDetail: { plan: 'extended', ttl: 731 } }
  expect((await add(harvest)).body).toEqual(harvest)
  expect((await add({ contractName: 'harvest', contractDetail: { ttl: 1 } })).status).toBe(400)
  expect((await add({ contractName: 'none' })).status).toBe(400)
  expect((await add({ contractName: 'support', contractDetail: { tier: 'priority' } })).status).toBe(200)
  expect((await add({ contractName: 'api_audit_log' })).body).toEqual({ contractName: 'api_audit_log' })

  await life.call('listGroups')
  await life.call('getGroup', { params: { group_id: 'none' } })
  const audit = (query: Record<string, string>) => life.call('getApiAuditLogs', { query })
  const calls = (await audit({})).body
  expect(calls).toMatchObject([
    { apiKind: '/v1/groups/{group_id}', requestPath: '/v1/groups/none', statusCode: 404, userName: '' },
    { apiKind: '/v1/groups', requestPath: '/v1/groups', statusCode: 200, operatorId: life.operatorId },
    { apiKind: '/v1/operators/{operator_id}/contracts' },
  ])
  const first = await audit({ limit: '1', api_kind: '/v1/groups' })
  expect(first.body).toEqual([calls[1]])
  const page = await audit({ limit: '1' })
  const key = page.headers.get('x-soracom-next-key') ?? ''
  expect(key).toBe(String(page.body[0].requestedTimeEpochMs))
  expect((await audit({ to_epoch_ms: '1' })).body).toEqual([])
  expect((await audit({ from_epoch_ms: 'soon' })).status).toBe(400)
  expect((await audit({ limit: '1', last_evaluated_key: String(calls[0].requestedTimeEpochMs) })).body).toEqual([
    calls[1],
  ])

  const end = (name: string) => life.call('deleteOperatorContract', { params: { contract_name: name } })
  expect((await end('api_audit_log')).status).toBe(204)
  expect((await end('harvest')).status).toBe(204)
  expect((await end('none')).status).toBe(400)
  expect((await audit({})).body).toEqual([])
}

async function walkLogs(life: Life): Promise<void> {
  const query = { resource_type: 'Subscriber', service: 'Air', from: '0', limit: '5' }
  expect((await life.call('getLogs', { query })).body).toEqual([])
  expect((await life.call('getLogs', { query: { service: 'None' } })).status).toBe(400)
}

const place = { addressLine1: '1-2-3', city: '港区', state: '東京都', zipCode: '1234567', countryCode: 'JP' }
const individual = { ...place, fullName: 'Contract Test', phoneNumber: '0312345678' }
const company = {
  ...place,
  companyName: 'Contract Test',
  contactPersonName: 'Contract Test',
  department: 'Tests',
  phoneNumber: '0312345678',
}
