import { toSecondText } from '../rules/calendar.ts'
import type { OperatorState } from '../state/operator.ts'
import type { World } from '../state/world.ts'
import { ApiFailure } from './api-failure.ts'

const quotationLifeMs = 31 * 86_400_000

/** Refuses to confirm what is ordered already, what was offered more than a month ago, and what nobody can pay. */
export function checkConfirmable(
  operator: OperatorState,
  nowMs: number,
  quotation: {
    readonly orderId: string
    /** Its state once it is no quotation any more. */
    readonly state: string | undefined
    readonly quotedMs: number
    readonly expires: boolean
  },
): void {
  const { orderId, state, quotedMs, expires } = quotation
  if (state !== undefined) throw new ApiFailure('EMU0013', [orderId, state, 'confirmed'])
  if (expires && nowMs - quotedMs > quotationLifeMs) throw new ApiFailure('EMU0014', [orderId])
  if (!operator.hasPaymentMethod) throw new ApiFailure('EMU0012')
}

/** An ID of an order: the second in which it is asked for, and eight hexadecimal digits. */
export function toOrderId({ ids, settings }: World, nowMs: number): string {
  return `${toSecondText(nowMs, settings.orderZoneOffsetMinutes)}_${ids.hex(8)}`
}
