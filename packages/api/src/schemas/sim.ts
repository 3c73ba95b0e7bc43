import * as v from 'valibot'
import { expiryActions } from '../expiry-actions.ts'
import { subscriberStatuses } from '../subscriber-statuses.ts'
import { tagSetSchema } from './common.ts'
import { sessionStatusSchema } from './subscriber.ts'

const nullableText = v.exactOptional(v.nullable(v.string()))
const nullableNumber = v.exactOptional(v.nullable(v.number()))
const capabilitiesSchema = v.object({ data: v.boolean(), sms: v.boolean() })

export const simProfileSchema = v.object({
  iccid: v.string(),
  primaryImsi: v.string(),
  otaSupported: v.boolean(),
  /** Of a virtual SIM. */
  arcClientPeerPublicKey: v.exactOptional(v.nullable(v.string())),
  /** Of a virtual SIM, in the answer to its creation and never again. */
  arcClientPeerPrivateKey: v.exactOptional(v.nullable(v.string())),
  subscribers: v.record(
    v.string(),
    v.object({
      imsi: v.string(),
      msisdn: v.string(),
      status: v.string(),
      subscription: v.string(),
      capabilities: capabilitiesSchema,
      bundles: v.nullable(v.array(v.string())),
    }),
  ),
})
export type SimProfile = v.InferOutput<typeof simProfileSchema>

/** A SIM as the newer SIM API shows it: plan and IMSI are inside `profiles`. Times are UNIX milliseconds. */
export const simSchema = v.object({
  simId: v.string(),
  operatorId: v.string(),
  type: v.picklist(['euicc', 'uicc', 'virtual']),
  status: v.picklist(subscriberStatuses),
  speedClass: v.string(),
  groupId: nullableText,
  tags: tagSetSchema,
  serialNumber: nullableText,
  moduleType: nullableText,
  activeProfileId: nullableText,
  profiles: v.record(v.string(), simProfileSchema),
  capabilities: v.exactOptional(v.nullable(capabilitiesSchema)),
  createdTime: v.number(),
  lastModifiedTime: v.number(),
  expiryTime: nullableNumber,
  expiryAction: v.exactOptional(v.nullable(v.picklist(expiryActions))),
  terminationEnabled: v.boolean(),
  renewalFeeStatusSetTime: nullableNumber,
  sessionStatus: v.exactOptional(v.nullable(sessionStatusSchema)),
  imeiLock: v.exactOptional(v.nullable(v.object({ imei: v.string() }))),
})
export type Sim = v.InferOutput<typeof simSchema>

/** `POST /sims`: a virtual SIM of Soracom Arc, and no other. */
export const createSimRequestSchema = v.object({
  type: v.literal('virtual'),
  subscription: v.literal('planArc01'),
})
export type CreateSimRequest = v.InferOutput<typeof createSimRequestSchema>

/** What a SIM was from a moment on, in UNIX seconds. */
export const simStatusHistoryEntrySchema = v.object({
  simId: v.string(),
  imsi: v.string(),
  primaryImsi: v.string(),
  isPrimary: v.boolean(),
  subscription: v.string(),
  bundles: v.exactOptional(v.nullable(v.array(v.string()))),
  status: v.string(),
  speedClass: v.string(),
  groupId: nullableText,
  applyDateTimeEpochSec: v.number(),
})
export type SimStatusHistoryEntry = v.InferOutput<typeof simStatusHistoryEntrySchema>
