import type { LatestBill } from '@soracom-fixtures/api'
import { toSecondText } from '../calendar.ts'
import type { MonthBill } from './bill-input.ts'

/** The body of `GET /bills/latest`. The platform is behind by up to a day; the emulator counts to this moment. */
export function toLatestBill({ amount, currency }: MonthBill, nowMs: number, zoneOffsetMinutes = 0): LatestBill {
  return { amount, currency, lastEvaluatedTime: toSecondText(nowMs, zoneOffsetMinutes) }
}
