import { openSandbox, type TestOperator, type TestReply, type TestSandbox } from './open-sandbox.ts'

/** A rule that does. */
export const eventRule = {
  type: 'SubscriberMonthlyTrafficRule',
  properties: { inactiveTimeoutDateConst: 'BEGINNING_OF_NEXT_MONTH', limitTotalTrafficMegaByte: '1024' },
}
/** An action that does. */
export const mailAction = {
  type: 'SendMailAction',
  properties: { executionDateTimeConst: 'IMMEDIATELY', to: 'a@example.com', title: 'Much', message: 'Traffic' },
}
/** An event handler that does, but for its target. */
export const eventHandler = {
  name: 'Much traffic',
  status: 'active',
  ruleConfig: eventRule,
  actionConfigList: [mailAction],
}

/** An operator that makes event handlers. */
export interface EventHandlerMaker extends TestOperator {
  readonly sandbox: TestSandbox
  readonly imsi: string
  /** Makes an event handler of the SIM, with other parts where some are given. */
  create(parts?: object): Promise<TestReply>
  createRule(type: string, properties: object): Promise<TestReply>
  /** Makes one with an action that is to be done at once. */
  createAction(type: string, properties: object): Promise<TestReply>
}

/** An operator with a SIM, and ways to make event handlers of that SIM. */
export async function openWithSim(): Promise<EventHandlerMaker> {
  const sandbox = openSandbox()
  const operator = await sandbox.operator()
  const imsi = await operator.sim()
  const create = (parts: object = {}) =>
    operator.call('POST', '/event_handlers', { ...eventHandler, targetImsi: imsi, ...parts })
  const createRule = (type: string, properties: object) => create({ ruleConfig: { type, properties } })
  const createAction = (type: string, properties: object) =>
    create({ actionConfigList: [{ type, properties: { executionDateTimeConst: 'IMMEDIATELY', ...properties } }] })
  return { ...operator, sandbox, imsi, create, createRule, createAction }
}
