import type { RateCard } from '@soracom-fixtures/api/billing'
import { virtualSubscription } from '../plan-rules.ts'
import type { BilledSim } from './bill-input.ts'

/** What to give so that a SIM's use has a price, as it ends a note about it. A card knows no virtual SIMs. */
export function giving({ subscription }: Pick<BilledSim, 'subscription'>, list: keyof RateCard): string {
  return subscription === virtualSubscription ? '' : `: give ${list}`
}
