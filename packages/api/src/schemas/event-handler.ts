import * as v from 'valibot'
import { type EventActionType, type EventRuleType, eventActions, eventDates, eventRules } from '../event-rules.ts'
import { subscriberStatuses } from '../subscriber-statuses.ts'

const optionalText = v.exactOptional(v.nullable(v.string()))

// Numbers are written as text; a client's number is read as one.
const numberText = (least: number, most: number) =>
  v.pipe(
    v.union([v.string(), v.number()]),
    v.transform(String),
    v.check((text) => /^\d{1,10}$/.test(text) && Number(text) >= least && Number(text) <= most),
  )
const offsetMinutes = v.exactOptional(v.nullable(numberText(0, 525_600)))
const limit = v.exactOptional(v.nullable(numberText(1, 2_147_483_647)))

// The document lists the two as words; its examples write both words and booleans.
const truthText = v.pipe(
  v.union([v.string(), v.boolean()]),
  v.transform((value) => String(value).toLowerCase()),
  v.picklist(['true', 'false']),
)

// Unlike stats, an event handler knows no class of plans that have one class only.
const changeableSpeedClasses = [
  's1.minimum',
  's1.slow',
  's1.standard',
  's1.fast',
  's1.4xfast',
  's1.8xfast',
  'u1.standard',
  'u1.slow',
] as const

const speedClass = v.exactOptional(v.nullable(v.picklist(changeableSpeedClasses)))

/** When an event handler acts. */
export const eventRuleConfigSchema = v.object({
  type: v.picklist(Object.keys(eventRules) as EventRuleType[]),
  properties: v.object({
    inactiveTimeoutDateConst: v.picklist(eventDates),
    inactiveTimeoutOffsetMinutes: offsetMinutes,
    limitTotalAmount: limit,
    limitTotalTrafficMegaByte: limit,
    runOnceAmongTarget: v.exactOptional(v.nullable(truthText)),
    sessionStatus: v.exactOptional(v.nullable(v.picklist(['Created', 'Deleted']))),
    hasImei: v.exactOptional(v.nullable(v.boolean())),
    sourceStatus: v.exactOptional(
      v.nullable(v.picklist(['ready', 'active', 'inactive', 'standby', 'suspended'] as const)),
    ),
    targetStatus: v.exactOptional(v.nullable(v.picklist(subscriberStatuses))),
    targetOtaStatus: v.exactOptional(v.nullable(v.picklist(['started', 'finished', 'failed']))),
    targetSpeedClass: speedClass,
  }),
})
export type EventRuleConfig = v.InferOutput<typeof eventRuleConfigSchema>

/** What an event handler does. */
export const eventActionConfigSchema = v.object({
  type: v.picklist(Object.keys(eventActions) as EventActionType[]),
  properties: v.object({
    executionDateTimeConst: v.picklist(eventDates),
    executionOffsetMinutes: offsetMinutes,
    accessKey: optionalText,
    secretAccessKey: optionalText,
    credentialsId: optionalText,
    endpoint: optionalText,
    functionName: optionalText,
    parameter1: optionalText,
    parameter2: optionalText,
    parameter3: optionalText,
    parameter4: optionalText,
    parameter5: optionalText,
    url: optionalText,
    httpMethod: v.exactOptional(v.nullable(v.picklist(['GET', 'POST', 'PUT', 'DELETE']))),
    contentType: optionalText,
    // An object by its schema, a text by its description and examples.
    headers: v.exactOptional(v.nullable(v.union([v.string(), v.record(v.string(), v.unknown())]))),
    body: optionalText,
    to: optionalText,
    title: optionalText,
    message: optionalText,
    speedClass,
  }),
})
export type EventActionConfig = v.InferOutput<typeof eventActionConfigSchema>

const targetEntries = {
  targetOperatorId: optionalText,
  targetGroupId: optionalText,
  targetImsi: optionalText,
  targetSimId: optionalText,
}

/** `POST /event_handlers` and `PUT /event_handlers/{handler_id}`; exactly one target. */
export const eventHandlerRequestSchema = v.object({
  ...targetEntries,
  name: v.string(),
  description: optionalText,
  status: v.picklist(['inactive', 'active']),
  ruleConfig: eventRuleConfigSchema,
  actionConfigList: v.array(eventActionConfigSchema),
})
export type EventHandlerRequest = v.InferOutput<typeof eventHandlerRequestSchema>

/** An event handler. In the sandbox none ever fires. */
export const eventHandlerSchema = v.object({ ...eventHandlerRequestSchema.entries, handlerId: v.string() })
export type EventHandlerRecord = v.InferOutput<typeof eventHandlerSchema>
