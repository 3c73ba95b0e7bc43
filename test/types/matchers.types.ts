// Compiled by the test of consumers: the matchers as a test file has them.
import { mib, type Operator, type Subscriber } from '@soracom-fixtures/vitest'
import '@soracom-fixtures/vitest/matchers'
import { expect } from 'vitest'

/** What must compile, and what must not. */
export async function matchers(shop: Operator, meter: Subscriber): Promise<void> {
  const returned: Promise<void> = expect(shop).toBeBilled({ month: '2026-11', item: 'dailyChargeTotal', amount: 1 })
  await returned
  await expect(meter).toHaveAirTraffic({ day: '2026-11-01', traffic: { 's1.fast': { upload: mib(1) } } })
  await expect(meter).toHaveBeamCount({ month: '2026-11', traffic: { inHttp: 7 } }, { timeout: 1 })
  await expect(meter).not.toHaveSubscriberStatus('active')
  await expect(shop).toHaveCouponBalance(1)
  // @ts-expect-error an amount is missing
  await expect(shop).toBeBilled({ month: '2026-11' })
  // @ts-expect-error no status of a SIM
  await expect(meter).toHaveSubscriberStatus('asleep')
  // @ts-expect-error no protocol of Beam
  await expect(meter).toHaveBeamCount({ month: '2026-11', traffic: { inFtp: 7 } })
  const sims: readonly { readonly simId: string; readonly amount: number }[] | undefined =
    await shop.bills.bySim('2026-11')
  void sims
}
