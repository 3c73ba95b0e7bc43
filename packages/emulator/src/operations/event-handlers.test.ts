import { describe, expect, test } from 'vitest'
import { eventHandler, mailAction, openWithSim } from '../testing/event-handlers.ts'
import { openSandbox } from '../testing/open-sandbox.ts'

describe('an event handler', () => {
  test('is made with 201; the targets that it has not are null (guide of event handlers by API)', async () => {
    const { create, call, imsi } = await openWithSim()
    const { status, body } = await create()
    expect(status).toBe(201)
    expect(body).toEqual({
      ...eventHandler,
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
    expect((await create({ actionConfigList: Array(5).fill(mailAction) })).status).toBe(201)
    expect((await create({ actionConfigList: Array(6).fill(mailAction) })).body.code).toBe('EMU0144')
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
      const body = { ...eventHandler, targetOperatorId: operatorId }
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
