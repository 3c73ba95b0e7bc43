import type { ExpiryAction, SubscriberRecord, SubscriberStatus } from '@soracom-fixtures/api'
import { withHidden } from '../kit/redacted.ts'
import type { Operator } from './operator-handle.ts'

/** A SIM that exists and belongs to its operator, as it was when its setup ended. */
export interface Subscriber {
  readonly imsi: string
  readonly msisdn: string
  readonly simId: string
  readonly iccid: string
  readonly serialNumber: string
  readonly operatorId: string
  readonly subscription: string
  readonly bundles: readonly string[]
  readonly status: SubscriberStatus
  readonly speedClass: string
  readonly groupId: string | null
  readonly tags: Readonly<Record<string, string>>
  /** UNIX milliseconds; null where it has none. */
  readonly expiryTime: number | null
  readonly expiryAction: ExpiryAction | null
  readonly ipAddress: string | null
  readonly apn: string
  /** The operator that it belongs to, with its client. Not printed. */
  readonly operator: Operator
}

/** Makes the handle of a SIM from what the API tells of it; a missing field is one that is null. */
export function toSubscriberHandle(
  record: SubscriberRecord,
  operator: Operator,
  known: { readonly subscription?: string; readonly bundles?: readonly string[] } = {},
): Subscriber {
  return Object.freeze(
    withHidden(
      {
        imsi: record.imsi,
        msisdn: record.msisdn,
        simId: record.simId ?? record.imsi,
        iccid: record.iccid ?? record.imsi,
        serialNumber: record.serialNumber ?? '',
        operatorId: record.operatorId,
        subscription: record.subscription ?? known.subscription ?? '',
        bundles: Object.freeze([...(record.bundles ?? known.bundles ?? [])]),
        status: record.status,
        speedClass: record.speedClass ?? record.type,
        groupId: record.groupId || null,
        tags: Object.freeze({ ...record.tags }),
        expiryTime: record.expiryTime ?? record.expiredAt ?? null,
        expiryAction: record.expiryAction ?? null,
        ipAddress: record.ipAddress ?? null,
        apn: record.apn,
      },
      { operator },
    ),
  )
}
