import { expect } from '../expect.ts'
import { addSim, type Life } from '../life.ts'

/** Event handlers on every kind of target, from their making to their end. */
export async function walkEventHandlers(life: Life): Promise<void> {
  const imsi = await addSim(life, 'plan-D')
  const { groupId } = (await life.call('createGroup', { body: {} })).body
  await life.call('setGroup', { params: { imsi }, body: { groupId } })
  const create = (body: object) => life.call('createEventHandler', { body })
  const made = []
  for (const target of [
    { targetImsi: imsi },
    { targetSimId: imsi },
    { targetGroupId: groupId },
    { targetOperatorId: life.operatorId },
  ]) {
    const { status, body } = await create({ ...handler, ...target })
    expect(status).toBe(201)
    expect(body).toMatchObject({ ...handler, ...target })
    made.push(body)
  }
  expect((await create({ ...handler, targetImsi: '001019999999999' })).status).toBe(400)
  expect((await create(handler)).status).toBe(400)
  expect((await create({})).status).toBe(400)

  const list = async (query: Record<string, string>) => (await life.call('listEventHandlers', { query })).body
  expect(await list({})).toEqual(made)
  expect(await list({ target: 'sim' })).toEqual([made[1]])
  expect((await life.call('listEventHandlers', { query: { target: 'none' } })).status).toBe(400)
  expect((await life.call('listEventHandlersBySubscriber', { params: { imsi } })).body).toEqual(made)
  await walkIgnoring(life, made[2].handlerId, imsi)
  await walkOneHandler(life, made[0])
}

async function walkIgnoring(life: Life, handlerId: string, imsi: string): Promise<void> {
  const params = { handler_id: handlerId, imsi }
  const list = (of: string) => life.call('listEventHandlersBySubscriber', { params: { imsi: of } })
  expect((await list('001019999999999')).status).toBe(404)
  expect((await life.call('deleteIgnoreEventHandler', { params })).status).toBe(404)
  expect((await life.call('setIgnoreEventHandler', { params })).status).toBe(200)
  expect((await list(imsi)).body).toHaveLength(3)
  expect((await life.call('deleteIgnoreEventHandler', { params })).status).toBe(204)
  expect((await list(imsi)).body).toHaveLength(4)
  const unknown = { ...params, handler_id: 'none' }
  expect((await life.call('setIgnoreEventHandler', { params: unknown })).status).toBe(404)
  expect((await life.call('deleteIgnoreEventHandler', { params: unknown })).status).toBe(404)
}

async function walkOneHandler(life: Life, made: { readonly handlerId: string }): Promise<void> {
  const params = { handler_id: made.handlerId }
  expect((await life.call('getEventHandler', { params })).body).toEqual(made)
  const changed = { ...made, status: 'inactive' }
  expect((await life.call('updateEventHandler', { params, body: changed })).status).toBe(200)
  expect((await life.call('getEventHandler', { params })).body).toEqual(changed)
  expect((await life.call('updateEventHandler', { params, body: {} })).status).toBe(400)
  expect((await life.call('deleteEventHandler', { params })).status).toBe(204)
  for (const operationId of ['getEventHandler', 'deleteEventHandler']) {
    expect((await life.call(operationId, { params })).status).toBe(404)
  }
  expect((await life.call('updateEventHandler', { params, body: changed })).status).toBe(400)
}

const handler = {
  name: 'Slow down',
  description: 'Above a gigabyte',
  status: 'active',
  ruleConfig: {
    type: 'SubscriberMonthlyTrafficRule',
    properties: {
      inactiveTimeoutDateConst: 'BEGINNING_OF_NEXT_MONTH',
      inactiveTimeoutOffsetMinutes: '5',
      limitTotalTrafficMegaByte: '1024',
    },
  },
  actionConfigList: [
    {
      type: 'ChangeSpeedClassAction',
      properties: { executionDateTimeConst: 'IMMEDIATELY', executionOffsetMinutes: '0', speedClass: 's1.minimum' },
    },
    {
      type: 'ExecuteWebRequestAction',
      properties: {
        executionDateTimeConst: 'IMMEDIATELY',
        url: 'https://example.com/hook',
        httpMethod: 'POST',
        contentType: 'application/json',
        headers: { 'x-test': '1' },
        body: '{}',
      },
    },
  ],
}
