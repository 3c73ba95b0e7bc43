import { describe, expect, test } from 'vitest'
import { openSandbox } from '../testing/open-sandbox.ts'

const rule = {
  type: 'SubscriberMonthlyTrafficRule',
  properties: { inactiveTimeoutDateConst: 'BEGINNING_OF_NEXT_MONTH', limitTotalTrafficMegaByte: '1024' },
}
const mail = {
  type: 'SendMailAction',
  properties: { executionDateTimeConst: 'IMMEDIATELY', to: 'a@example.com', title: 'Much', message: 'Traffic' },
}
const handler = { name: 'Much traffic', status: 'active', ruleConfig: rule, actionConfigList: [mail] }

// An operator with a SIM, and what making a handler of the SIM answers.
async function openWithSim() {
  const sandbox = openSandbox()
  const operator = await sandbox.operator()
  const imsi = await operator.sim()
  const create = (parts: object = {}) =>
    operator.call('POST', '/event_handlers', { ...handler, targetImsi: imsi, ...parts })
  const createRule = (type: string, properties: object) => create({ ruleConfig: { type, properties } })
  const createAction = (type: string, properties: object) =>
    create({ actionConfigList: [{ type, properties: { executionDateTimeConst: 'IMMEDIATELY', ...properties } }] })
  return { ...operator, sandbox, imsi, create, createRule, createAction }
}

describe('an event handler', () => {
  test('is made with 201; the targets that it has not are null (guide of event handlers by API)', async () => {
    const { create, call, imsi } = await openWithSim()
    const { status, body } = await create()
    expect(status).toBe(201)
    expect(body).toEqual({
      ...handler,
      description: null,
      handlerId: expect.stringMatching(/^[\da-f-]{36}$/),
      targetImsi: imsi,
      targetOperatorId: null,
      targetGroupId: null,
      targetSimId: null,
    })
    expect((await call('GET', `/event_handlers/${body.handlerId}`)).body).toEqual(body)
  })

  test('is replaced with 200 and no body; an unknown one answers 400 (published document)', async () => {
    const { create, call } = await openWithSim()
    const { body } = await create()
    const changed = { ...body, name: 'Other', status: 'inactive' }
    expect(await call('PUT', `/event_handlers/${body.handlerId}`, changed)).toMatchObject({
      status: 200,
      body: undefined,
    })
    expect((await call('GET', `/event_handlers/${body.handlerId}`)).body).toEqual(changed)
    expect((await call('PUT', '/event_handlers/none', changed)).status).toBe(400)
  })

  test('is deleted with 204; an unknown one answers 404 (published document)', async () => {
    const { create, call } = await openWithSim()
    const { handlerId } = (await create()).body
    expect((await call('DELETE', `/event_handlers/${handlerId}`)).status).toBe(204)
    expect((await call('DELETE', `/event_handlers/${handlerId}`)).status).toBe(404)
    expect((await call('GET', `/event_handlers/${handlerId}`)).status).toBe(404)
  })

  test('never fires (guide of the sandbox)', async () => {
    const { create, call, imsi } = await openWithSim()
    const suspend = { type: 'SuspendAction', properties: { executionDateTimeConst: 'IMMEDIATELY' } }
    const once = { type: 'SimStatusAttributeRule', properties: { inactiveTimeoutDateConst: 'NEVER' } }
    expect((await create({ ruleConfig: once, actionConfigList: [suspend] })).status).toBe(201)
    await call('POST', `/subscribers/${imsi}/activate`)
    expect((await call('GET', `/subscribers/${imsi}`)).body.status).toBe('active')
  })

  test('needs its name, status, rule and actions (published document)', async () => {
    const { create } = await openWithSim()
    for (const name of ['name', 'status', 'ruleConfig', 'actionConfigList']) {
      expect((await create({ [name]: undefined })).body.message).toContain(`may not be empty:${name}`)
    }
    expect((await create({ status: 'sleeping' })).body.code).toBe('COM0008')
  })

  test('has five actions at most, and a target ten handlers (guide of event handlers)', async () => {
    const { create, call } = await openWithSim()
    expect((await create({ actionConfigList: Array(5).fill(mail) })).status).toBe(201)
    expect((await create({ actionConfigList: Array(6).fill(mail) })).body.code).toBe('EMU0144')
    for (let made = 1; made < 10; made += 1) expect((await create()).status).toBe(201)
    const { body } = await create()
    expect(body.code).toBe('EMU0144')
    const [first] = (await call('GET', '/event_handlers')).body
    expect((await call('PUT', `/event_handlers/${first.handlerId}`, first)).status).toBe(200)
  })
})

describe('the target of an event handler', () => {
  test('is exactly one (published document)', async () => {
    const { create, operatorId } = await openWithSim()
    expect((await create({ targetImsi: undefined })).body.code).toBe('EMU0146')
    expect((await create({ targetOperatorId: operatorId })).body.code).toBe('EMU0146')
    expect((await create({ targetOperatorId: null })).status).toBe(201)
  })

  test("is one of the operator's own", async () => {
    const { create, sandbox } = await openWithSim()
    const other = await sandbox.operator()
    const { groupId } = (await other.call('POST', '/groups', {})).body
    const sim = await other.sim()
    for (const target of [
      { targetImsi: sim },
      { targetImsi: undefined, targetSimId: sim },
      { targetImsi: undefined, targetGroupId: groupId },
      { targetImsi: undefined, targetOperatorId: other.operatorId },
    ]) {
      expect((await create(target)).body.code).toBe('EMU0006')
    }
  })

  test('filters the list (published document)', async () => {
    const { create, call, imsi, operatorId } = await openWithSim()
    const { groupId } = (await call('POST', '/groups', {})).body
    const made: Record<string, unknown> = {
      imsi: (await create()).body,
      sim: (await create({ targetImsi: undefined, targetSimId: imsi })).body,
      group: (await create({ targetImsi: undefined, targetGroupId: groupId })).body,
      operator: (await create({ targetImsi: undefined, targetOperatorId: operatorId })).body,
    }
    for (const [target, body] of Object.entries(made)) {
      expect((await call('GET', `/event_handlers?target=${target}`)).body).toEqual([body])
    }
    expect((await call('GET', '/event_handlers')).body).toEqual(Object.values(made))
    expect((await call('GET', '/event_handlers?target=none')).status).toBe(400)
  })

  test('is a SIM, its group or its operator where a SIM is asked for its handlers', async () => {
    const { create, call, sim, imsi, operatorId } = await openWithSim()
    const { groupId } = (await call('POST', '/groups', {})).body
    await create()
    await create({ targetImsi: undefined, targetGroupId: groupId })
    await create({ targetImsi: undefined, targetOperatorId: operatorId })
    const count = async (of: string) => (await call('GET', `/event_handlers/subscribers/${of}`)).body.length
    expect([await count(imsi), await count(await sim())]).toEqual([2, 1])
    await call('POST', `/subscribers/${imsi}/set_group`, { groupId })
    expect(await count(imsi)).toBe(3)
    expect((await call('GET', '/event_handlers/subscribers/001019999999999')).status).toBe(404)
  })
})

describe('an ignored event handler', () => {
  test('does not count for the SIM that ignores it, and does for others; whether it is listed is a setting', async () => {
    for (const ignoredHandlersListed of [false, true]) {
      const { operator } = openSandbox({ settings: { ignoredHandlersListed } })
      const { call, sim, operatorId } = await operator()
      const [one, other] = [await sim(), await sim()]
      const body = { ...handler, targetOperatorId: operatorId }
      const { handlerId } = (await call('POST', '/event_handlers', body)).body
      const count = async (imsi: string) => (await call('GET', `/event_handlers/subscribers/${imsi}`)).body.length
      expect((await call('POST', `/event_handlers/${handlerId}/subscribers/${one}/ignore`)).status).toBe(200)
      expect([await count(one), await count(other)]).toEqual([ignoredHandlersListed ? 1 : 0, 1])
      expect((await call('DELETE', `/event_handlers/${handlerId}/subscribers/${one}/ignore`)).status).toBe(204)
      expect(await count(one)).toBe(1)
    }
  })

  test('is unknown with 404, and so is one that is not ignored', async () => {
    const { create, call, imsi } = await openWithSim()
    const { handlerId } = (await create()).body
    expect((await call('POST', `/event_handlers/none/subscribers/${imsi}/ignore`)).status).toBe(404)
    expect((await call('POST', `/event_handlers/${handlerId}/subscribers/001019999999999/ignore`)).status).toBe(404)
    expect((await call('DELETE', `/event_handlers/none/subscribers/${imsi}/ignore`)).status).toBe(404)
    expect((await call('DELETE', `/event_handlers/${handlerId}/subscribers/${imsi}/ignore`)).status).toBe(404)
  })
})

describe('the rule of an event handler (published document)', () => {
  test('needs what its kind looks at', async () => {
    const { createRule } = await openWithSim()
    for (const [type, name] of [
      ['SimCumulativeTotalTrafficRule', 'limitTotalTrafficMegaByte'],
      ['MonthlyChargeRule', 'limitTotalAmount'],
      ['SubscriberSessionStatusRule', 'sessionStatus'],
    ] as const) {
      const { body } = await createRule(type, { inactiveTimeoutDateConst: 'BEGINNING_OF_NEXT_DAY' })
      expect(body.message).toContain(`may not be empty:ruleConfig.properties.${name}`)
    }
  })

  test('is of a kind that there is, and looked at again when its kind allows', async () => {
    const { createRule } = await openWithSim()
    const statusOf = async (type: string, date: string, limit?: object) =>
      (await createRule(type, { inactiveTimeoutDateConst: date, ...limit })).status
    const limit = { limitTotalTrafficMegaByte: '1' }
    expect(await statusOf('NoRule', 'NEVER')).toBe(400)
    expect(await statusOf('SubscriberFirstTrafficRule', 'NEVER')).toBe(201)
    expect(await statusOf('SubscriberFirstTrafficRule', 'AFTER_ONE_DAY')).toBe(400)
    expect(await statusOf('DailyTotalTrafficRule', 'AFTER_ONE_DAY', limit)).toBe(201)
    expect(await statusOf('DailyTotalTrafficRule', 'IMMEDIATELY', limit)).toBe(400)
    expect(await statusOf('SimExpiredRule', 'IMMEDIATELY')).toBe(201)
    expect(await statusOf('SimExpiredRule', 'TOMORROW')).toBe(400)
  })

  test('may have an older name of soracom-sdk-go', async () => {
    const { createRule } = await openWithSim()
    for (const type of ['DailyTrafficRule', 'MonthlyTrafficRule', 'CumulativeTrafficRule']) {
      expect((await createRule(type, rule.properties)).status).toBe(201)
    }
  })

  test('has numbers as text, from 1 to 2147483647; a number is read as text', async () => {
    const { createRule } = await openWithSim()
    for (const [limitTotalTrafficMegaByte, status] of [
      ['1', 201],
      ['2147483647', 201],
      [1024, 201],
      ['0', 400],
      ['2147483648', 400],
      ['1.5', 400],
      ['much', 400],
    ] as const) {
      const reply = await createRule(rule.type, { ...rule.properties, limitTotalTrafficMegaByte })
      expect(reply.status).toBe(status)
      if (status === 201) {
        expect(reply.body.ruleConfig.properties.limitTotalTrafficMegaByte).toBe(String(limitTotalTrafficMegaByte))
      }
    }
  })

  test('has an offset up to a year of minutes, and none with NEVER', async () => {
    const { createRule } = await openWithSim()
    const statusOf = async (date: string, inactiveTimeoutOffsetMinutes: string) =>
      (await createRule('SimExpiredRule', { inactiveTimeoutDateConst: date, inactiveTimeoutOffsetMinutes })).status
    expect(await statusOf('AFTER_ONE_DAY', '525600')).toBe(201)
    expect(await statusOf('AFTER_ONE_DAY', '525601')).toBe(400)
    expect(await statusOf('NEVER', '5')).toBe(400)
  })

  test('takes words, also for what is true or false, and null for what is left out', async () => {
    const { createRule } = await openWithSim()
    const date = { inactiveTimeoutDateConst: 'NEVER' }
    const { body } = await createRule('SimExpiredRule', { ...date, runOnceAmongTarget: true })
    expect(body.ruleConfig.properties.runOnceAmongTarget).toBe('true')
    expect((await createRule('SimExpiredRule', { ...date, runOnceAmongTarget: 'maybe' })).status).toBe(400)
    expect((await createRule('SimSpeedClassAttributeRule', { ...date, targetSpeedClass: null })).status).toBe(201)
    expect((await createRule('SimStatusAttributeRule', { ...date, sourceStatus: 'terminated' })).status).toBe(400)
  })
})

describe('an action of an event handler (published document)', () => {
  test('needs what its kind needs, and a time', async () => {
    const { create, createAction } = await openWithSim()
    const request = { url: 'https://example.com', httpMethod: 'POST', contentType: 'text/plain', headers: '{}' }
    expect((await createAction('ExecuteWebRequestAction', request)).status).toBe(201)
    for (const name of Object.keys(request)) {
      const { body } = await createAction('ExecuteWebRequestAction', { ...request, [name]: undefined })
      expect(body.message).toContain(`may not be empty:actionConfigList.0.properties.${name}`)
    }
    expect((await createAction('NoAction', {})).status).toBe(400)
    expect((await createAction('SendMailAction', { executionDateTimeConst: undefined })).status).toBe(400)
    expect((await create({ actionConfigList: [{ type: 'SuspendAction' }] })).status).toBe(400)
  })

  test('of AWS Lambda takes the deprecated keys for a credential set, and never shows the secret one', async () => {
    const { createAction } = await openWithSim()
    const lambda = { endpoint: 'https://lambda.example.com', functionName: 'f' }
    expect((await createAction('InvokeAWSLambdaAction', lambda)).status).toBe(400)
    expect((await createAction('InvokeAWSLambdaAction', { ...lambda, credentialsId: 'aws' })).status).toBe(201)
    const keys = { accessKey: 'a key', secretAccessKey: 'a secret' }
    const { status, body } = await createAction('InvokeAWSLambdaAction', { ...lambda, ...keys })
    expect(status).toBe(201)
    expect(body.actionConfigList[0].properties).toMatchObject({ accessKey: 'a key', secretAccessKey: '********' })
  })

  test('that locks an IMEI needs a rule about sessions that tell it', async () => {
    const { create } = await openWithSim()
    const lock = { type: 'ImeiLockAction', properties: { executionDateTimeConst: 'IMMEDIATELY' } }
    const session = (hasImei: boolean) => ({
      type: 'SubscriberSessionStatusRule',
      properties: { inactiveTimeoutDateConst: 'IMMEDIATELY', sessionStatus: 'Created', hasImei },
    })
    expect((await create({ actionConfigList: [lock] })).body.code).toBe('EMU0147')
    expect((await create({ ruleConfig: session(false), actionConfigList: [lock] })).body.code).toBe('EMU0147')
    expect((await create({ ruleConfig: session(true), actionConfigList: [lock] })).status).toBe(201)
  })
})
