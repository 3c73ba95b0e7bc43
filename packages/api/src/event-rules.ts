/** Moments at which a rule is looked at again, or an action is done. The beginnings are those of days and months in UTC. */
export const eventDates = [
  'IMMEDIATELY',
  'BEGINNING_OF_NEXT_MONTH',
  'BEGINNING_OF_NEXT_DAY',
  'AFTER_ONE_DAY',
  'NEVER',
] as const
export type EventDate = (typeof eventDates)[number]

/** What a kind of rule wants of its properties. */
export interface EventRule {
  /** A property that it cannot do without, besides `inactiveTimeoutDateConst`. */
  readonly needs?: 'limitTotalTrafficMegaByte' | 'limitTotalAmount' | 'sessionStatus'
  /** The moments at which it can be looked at again. */
  readonly dates: readonly EventDate[]
}

const later = eventDates.filter((date) => date !== 'IMMEDIATELY')
const traffic = { needs: 'limitTotalTrafficMegaByte', dates: later } as const satisfies EventRule
const anytime = { dates: eventDates } as const satisfies EventRule

/**
 * Kinds of rules of event handlers, by the published document. The last three are older names of the first traffic rules,
 * which soracom-sdk-go and the platform's guide still use.
 */
export const eventRules = {
  SubscriberFirstTrafficRule: { dates: ['NEVER'] },
  SubscriberDailyTrafficRule: traffic,
  SubscriberMonthlyTrafficRule: traffic,
  SubscriberCumulativeTrafficRule: traffic,
  SubscriberStatusAttributeRule: anytime,
  SimStatusAttributeRule: anytime,
  SubscriberSpeedClassAttributeRule: anytime,
  SimSpeedClassAttributeRule: anytime,
  SubscriberExpiredRule: anytime,
  SimExpiredRule: anytime,
  SubscriberImeiMismatchedRule: anytime,
  SimImeiMismatchedRule: anytime,
  SimDailyTotalTrafficRule: traffic,
  SimMonthlyTotalTrafficRule: traffic,
  SimCumulativeTotalTrafficRule: traffic,
  SimSubscriptionStatusRule: { dates: later },
  DailyTotalTrafficRule: traffic,
  MonthlyTotalTrafficRule: traffic,
  MonthlyChargeRule: { needs: 'limitTotalAmount', dates: eventDates },
  SubscriberSessionStatusRule: { needs: 'sessionStatus', dates: eventDates },
  DailyTrafficRule: traffic,
  MonthlyTrafficRule: traffic,
  CumulativeTrafficRule: traffic,
} as const satisfies Record<string, EventRule>
export type EventRuleType = keyof typeof eventRules

/**
 * Kinds of actions of event handlers, with the properties that they need besides `executionDateTimeConst`. By the document
 * a request needs `headers` too; a test of soracom-sdk-go makes one without them.
 */
export const eventActions = {
  ChangeSpeedClassAction: [],
  InvokeAWSLambdaAction: ['endpoint', 'functionName', 'credentialsId'],
  ExecuteWebRequestAction: ['url', 'httpMethod', 'contentType'],
  SendMailAction: [],
  SendMailToOperatorAction: [],
  ActivationAction: [],
  DeactivationAction: [],
  StandbyAction: [],
  SuspendAction: [],
  ImeiLockAction: [],
} as const satisfies Record<string, readonly string[]>
export type EventActionType = keyof typeof eventActions
