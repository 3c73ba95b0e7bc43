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
