import type { BilledSim, BillLine } from './bill-input.ts'
import { bundlesWithin } from './bundles-within.ts'
import type { MonthContext } from './month-context.ts'

/** The fees of a SIM's bundles in a month. A bundle that the card lacks costs nothing and frees nothing, and is told. */
export function bundleLines(context: MonthContext, sim: BilledSim): BillLine[] {
  const { card, month, unpriced } = context
  return bundlesWithin(context, sim).flatMap((bundle): BillLine[] => {
    const fee = card.bundleFees.find((one) => one.bundle === bundle)
    if (!fee) unpriced.add(`fee of bundle ${bundle}: give bundleFees`)
    if (fee?.includedBytes === undefined)
      unpriced.add(`allowance of bundle ${bundle}: give includedBytes in bundleFees`)
    if (!fee || fee.price === 0) return []
    const { price } = fee
    return [{ imsi: sim.imsi, date: month, billItemName: 'bundleCharge', unitPrice: price, quantity: 1, amount: price }]
  })
}
