import { describe, expect, test } from 'vitest'
import { eventRule, openWithSim } from '../testing/event-handlers.ts'

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
      expect((await createRule(type, eventRule.properties)).status).toBe(201)
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
      const reply = await createRule(eventRule.type, { ...eventRule.properties, limitTotalTrafficMegaByte })
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
    const request = { url: 'https://example.com', httpMethod: 'POST', contentType: 'text/plain' }
    // Without headers too, which the document marks and a test of the Go client leaves out.
    expect((await createAction('ExecuteWebRequestAction', request)).status).toBe(201)
    expect((await createAction('ExecuteWebRequestAction', { ...request, headers: '{}' })).status).toBe(201)
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
