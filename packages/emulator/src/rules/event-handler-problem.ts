import {
  type EventActionConfig,
  type EventHandlerRequest,
  type EventRule,
  type EventRuleConfig,
  eventActions,
  eventRules,
} from '@soracom-fixtures/api'

/** Why an event handler does not do; `where` is a path in its request. */
export interface EventHandlerProblem {
  readonly where: string
  readonly what: 'missing' | 'invalid'
}

/** What the published document demands of a rule and its actions beyond their shapes; the first thing that is wrong. */
export function eventHandlerProblem({
  ruleConfig,
  actionConfigList,
}: EventHandlerRequest): EventHandlerProblem | undefined {
  const ofActions = actionConfigList.map((action, at) => actionProblem(action, `actionConfigList.${at}.properties`))
  return ruleProblem(ruleConfig, 'ruleConfig.properties') ?? ofActions.find((problem) => problem !== undefined)
}

/** Whether an IMEI lock could be done: only where a session tells the IMEI (published document). */
export function mayLockImei({ ruleConfig: { type, properties } }: EventHandlerRequest): boolean {
  return type === 'SubscriberSessionStatusRule' && properties.hasImei === true
}

function ruleProblem({ type, properties }: EventRuleConfig, at: string): EventHandlerProblem | undefined {
  const { needs, dates }: EventRule = eventRules[type]
  if (needs !== undefined && isMissing(properties[needs])) return { where: `${at}.${needs}`, what: 'missing' }
  if (!dates.includes(properties.inactiveTimeoutDateConst)) {
    return { where: `${at}.inactiveTimeoutDateConst`, what: 'invalid' }
  }
  // What is never looked at again cannot be looked at later.
  if (properties.inactiveTimeoutDateConst === 'NEVER' && !isMissing(properties.inactiveTimeoutOffsetMinutes)) {
    return { where: `${at}.inactiveTimeoutOffsetMinutes`, what: 'invalid' }
  }
  return undefined
}

function actionProblem({ type, properties }: EventActionConfig, at: string): EventHandlerProblem | undefined {
  // Keys of AWS in the action itself are deprecated, and still stand in for a credential set.
  const hasKeys = !(isMissing(properties.accessKey) || isMissing(properties.secretAccessKey))
  const missing = eventActions[type].find(
    (name) => isMissing(properties[name]) && !(name === 'credentialsId' && hasKeys),
  )
  return missing && { where: `${at}.${missing}`, what: 'missing' }
}

function isMissing(value: unknown): boolean {
  return value === undefined || value === null || value === ''
}
