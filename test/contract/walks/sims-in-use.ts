import { expect } from '../expect.ts'
import { addSim, type Life } from '../life.ts'

/** Virtual SIMs, what was done to a SIM, what its device would leave behind, and messages to it. */
export async function walkSimsInUse(life: Life): Promise<void> {
  const request = { type: 'virtual', subscription: 'planArc01' }
  const made = await life.call('createSim', { body: request })
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({ type: 'virtual', status: 'active', operatorId: life.operatorId })
  expect((await life.call('getSim', { params: { sim_id: made.body.simId } })).status).toBe(200)
  expect((await life.call('createSim', { body: { ...request, subscription: 'plan-D' } })).status).toBe(400)

  const imsi = await addSim(life, 'plan01s')
  await walkHistory(life, imsi)
  await walkTraces(life, imsi)
  await walkMessages(life, imsi)
}

async function walkHistory(life: Life, imsi: string): Promise<void> {
  const params = { sim_id: imsi }
  await life.call('suspendSubscriber', { params: { imsi } })
  const first = await life.call('listSimStatusHistory', { params, query: { limit: '2' } })
  expect(first.body.map(({ status }: { status: string }) => status)).toEqual(['suspended', 'active'])
  const key = first.headers.get('x-soracom-next-key') ?? ''
  const second = await life.call('listSimStatusHistory', { params, query: { last_evaluated_key: key } })
  expect(second.body).toMatchObject([{ status: 'ready', imsi, subscription: 'plan01s', isPrimary: true }])
  expect((await life.call('listSimStatusHistory', { params, query: { sort: 'up' } })).status).toBe(400)
  expect((await life.call('listSimStatusHistory', { params: { sim_id: 'none' } })).status).toBe(404)
}

async function walkTraces(life: Life, imsi: string): Promise<void> {
  for (const operationId of ['getDataFromSim', 'listSimSessionEvents']) {
    expect((await life.call(operationId, { params: { sim_id: imsi } })).body).toEqual([])
    expect((await life.call(operationId, { params: { sim_id: 'none' } })).status).toBe(404)
  }
  for (const operationId of ['getDataFromSubscriber', 'listSessionEvents']) {
    const query = { from: '0', to: String(Date.now()), limit: '5' }
    expect((await life.call(operationId, { params: { imsi }, query })).body).toEqual([])
    expect((await life.call(operationId, { params: { imsi }, query: { from: 'x' } })).status).toBe(400)
  }
  expect((await life.call('reportLocalInfo', { params: { imsi } })).status).toBe(202)
  const other = await addSim(life, 'plan-KM1')
  expect((await life.call('reportLocalInfo', { params: { imsi: other } })).status).toBe(400)
  expect((await life.call('reportLocalInfo', { params: { imsi: 'none' } })).status).toBe(404)
}

async function walkMessages(life: Life, imsi: string): Promise<void> {
  const { msisdn } = (await life.call('getSubscriber', { params: { imsi } })).body
  const other = await addSim(life, 'plan-KM1')
  const { msisdn: otherMsisdn } = (await life.call('getSubscriber', { params: { imsi: other } })).body
  for (const [operationId, name, id, otherId] of [
    ['sendSms', 'imsi', imsi, other],
    ['sendSmsToSim', 'sim_id', imsi, other],
    ['sendSmsByMsisdn', 'msisdn', msisdn, otherMsisdn],
  ] as const) {
    const body = { encodingType: 2, payload: 'Test message' }
    expect((await life.call(operationId, { params: { [name]: id }, body })).status).toBe(202)
    expect((await life.call(operationId, { params: { [name]: otherId }, body })).status).toBe(400)
    expect((await life.call(operationId, { params: { [name]: 'none' }, body })).status).toBe(404)
  }
}
