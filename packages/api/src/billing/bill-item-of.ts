/**
 * The bill item that a line of a bill's CSV counts to, by the names that coupons use. Which lines belong to which is by
 * their wording; the names of what is charged by the month are the emulator's own. A line of another name is its own item.
 */
export function billItemOf({
  billItemName,
  date,
}: {
  readonly billItemName: string
  /** `yyyyMMdd`, or `yyyyMM` for a fee by the month. */
  readonly date: string
}): string {
  if (billItemName === 'beamRequestCharge') return 'dailySoracomBeamRequestChargeTotal'
  if (billItemName === 'bundleCharge') return 'monthlyBundleChargeTotal'
  if (billItemName === 'basicCharge') return date.length === 8 ? 'dailyChargeTotal' : 'monthlyChargeTotal'
  return billItemName === 'uploadDataCharge' || billItemName === 'downloadDataCharge'
    ? 'dailyDataTrafficChargeTotal'
    : billItemName
}
