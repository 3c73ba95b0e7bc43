import * as v from 'valibot'
import { expiryActions } from '../expiry-actions.ts'
import { bundles, subscriptions } from '../plans.ts'
import { subscriberStatuses } from '../subscriber-statuses.ts'
import { tagSetSchema } from './common.ts'

/** `POST /sandbox/subscribers/create`; an empty body is a request too. */
export const createSubscriberRequestSchema = v.object({
  subscription: v.exactOptional(v.picklist(subscriptions)),
  bundles: v.exactOptional(v.array(v.picklist(bundles))),
})
export type CreateSubscriberRequest = v.InferOutput<typeof createSubscriberRequestSchema>

/**
 * The thin answer of `POST /sandbox/subscribers/create`: the SIM belongs to nobody yet. The published document lists
 * status, speedClass and times too; recorded answers do not have them.
 */
export const createdSubscriberSchema = v.object({
  imsi: v.string(),
  msisdn: v.string(),
  serialNumber: v.string(),
  registrationSecret: v.string(),
  operatorId: v.string(),
  ipAddress: v.string(),
  apn: v.string(),
  type: v.exactOptional(v.string()),
  iccid: v.exactOptional(v.string()),
  simId: v.exactOptional(v.string()),
  moduleType: v.exactOptional(v.string()),
  plan: v.exactOptional(v.number()),
  subscription: v.exactOptional(v.string()),
  sessionStatus: v.exactOptional(v.object({ online: v.union([v.boolean(), v.number()]) })),
  tags: v.exactOptional(tagSetSchema),
})
export type CreatedSubscriber = v.InferOutput<typeof createdSubscriberSchema>

/** `POST /subscribers/{imsi}/register`. An empty `groupId` means none. */
export const registerSubscriberRequestSchema = v.object({
  registrationSecret: v.string(),
  groupId: v.exactOptional(v.nullable(v.string())),
  tags: v.exactOptional(v.nullable(tagSetSchema)),
})
export type RegisterSubscriberRequest = v.InferOutput<typeof registerSubscriberRequestSchema>

const nullableText = v.exactOptional(v.nullable(v.string()))
const nullableNumber = v.exactOptional(v.nullable(v.number()))

/** State of a SIM's session. No SIM of the sandbox ever attaches, so `online` is false there. */
export const sessionStatusSchema = v.object({
  online: v.union([v.boolean(), v.number()]),
  lastUpdatedAt: nullableNumber,
  imei: nullableText,
  location: v.exactOptional(v.nullable(v.unknown())),
  ueIpAddress: nullableText,
  dnsServers: v.exactOptional(v.nullable(v.array(v.string()))),
})
export type SessionStatus = v.InferOutput<typeof sessionStatusSchema>

/**
 * A SIM as the subscriber API shows it. Pairs that say the same: `speedClass` and `type`, `createdAt` and
 * `createdTime`, `lastModifiedAt` and `lastModifiedTime`, `expiredAt` and `expiryTime`. Times are UNIX milliseconds.
 */
export const subscriberSchema = v.object({
  imsi: v.string(),
  msisdn: v.string(),
  simId: nullableText,
  iccid: nullableText,
  /** Null for a virtual SIM, which has none. */
  serialNumber: v.nullable(v.string()),
  operatorId: v.string(),
  subscription: nullableText,
  bundles: v.exactOptional(v.nullable(v.array(v.string()))),
  status: v.picklist(subscriberStatuses),
  speedClass: v.string(),
  type: v.string(),
  moduleType: nullableText,
  plan: nullableNumber,
  apn: v.string(),
  ipAddress: nullableText,
  groupId: nullableText,
  tags: tagSetSchema,
  createdAt: v.number(),
  createdTime: v.number(),
  lastModifiedAt: v.number(),
  lastModifiedTime: v.number(),
  registeredTime: nullableNumber,
  expiredAt: nullableNumber,
  expiryTime: nullableNumber,
  expiryAction: v.exactOptional(v.nullable(v.picklist(expiryActions))),
  terminationEnabled: v.boolean(),
  renewalFeeStatusSetTime: nullableNumber,
  sessionStatus: v.exactOptional(v.nullable(sessionStatusSchema)),
  imeiLock: v.exactOptional(v.nullable(v.object({ imei: v.string() }))),
})
export type SubscriberRecord = v.InferOutput<typeof subscriberSchema>

/** `POST /subscribers/{imsi}/set_expiry_time`; UNIX milliseconds, a numeric text is accepted as well. */
export const expiryTimeRequestSchema = v.object({
  expiryTime: v.union([v.number(), v.string()]),
  expiryAction: v.exactOptional(v.nullable(v.picklist(expiryActions))),
})
export type ExpiryTimeRequest = v.InferOutput<typeof expiryTimeRequestSchema>

export const setGroupRequestSchema = v.object({ groupId: v.exactOptional(v.nullable(v.string())) })
export type SetGroupRequest = v.InferOutput<typeof setGroupRequestSchema>

export const updateSpeedClassRequestSchema = v.object({ speedClass: v.string() })
export type UpdateSpeedClassRequest = v.InferOutput<typeof updateSpeedClassRequestSchema>
