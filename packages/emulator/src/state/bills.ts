import type { BillInput } from '../rules/billing/bill-input.ts'
import { billedCoverageType } from '../rules/billing/billed-coverage-type.ts'
import type { OperatorState } from './operator.ts'
import type { SimState } from './sim.ts'
import { findByImsi } from './sim-table.ts'
import { keysAfter } from './sorted-keys.ts'
import type { World } from './world.ts'

/** What an operator's bills are made of, by the emulator's rate card. */
export function billInputOf(world: World, operator: OperatorState): BillInput {
  const { couponsApply, jpyRounding, bucketZoneOffsetMinutes } = world.settings
  return {
    coverageType: billedCoverageType(operator.coverageTypes),
    sims: [...simsOf(world, operator), ...operator.formerSims],
    coupons: [...operator.couponCodes].flatMap((code) => world.coupons.get(code) ?? []),
    card: world.rateCard,
    couponsApply,
    jpyRounding,
    zoneOffsetMinutes: bucketZoneOffsetMinutes,
    nowMs: world.clock.now(),
    cache: world.billLines,
  }
}

function* simsOf(world: World, { imsis }: OperatorState): Generator<SimState> {
  for (const imsi of keysAfter(imsis)) {
    const sim = findByImsi(world, imsi)
    if (sim) yield sim
  }
}
