import type { BillLine } from './bill-input.ts'

/**
 * The bill item that a line counts to, by the names that coupons use. Which lines belong to which is by their wording;
 * the names of what is charged by the month are the emulator's own.
 */
export function billItemOf({ billItemName, date }: Pick<BillLine, 'billItemName' | 'date'>): string {
  if (billItemName === 'beamRequestCharge') return 'dailySoracomBeamRequestChargeTotal'
  if (billItemName === 'bundleCharge') return 'monthlyBundleChargeTotal'
  if (billItemName === 'basicCharge') return date.length === 8 ? 'dailyChargeTotal' : 'monthlyChargeTotal'
  return 'dailyDataTrafficChargeTotal'
}
