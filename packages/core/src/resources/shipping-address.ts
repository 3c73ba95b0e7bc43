import type { ShippingAddressRequest } from '@soracom-fixtures/api'

const requiredNames = ['addressLine1', 'city', 'state', 'zipCode'] as const

/** What is wrong with an address, for those whose compiler does not tell. */
export function checkAddress(address: ShippingAddressRequest): string[] {
  const missing = requiredNames.filter((name) => typeof address[name] !== 'string' || address[name].trim() === '')
  return missing.length > 0 ? [`shippingAddress needs ${missing.join(', ')}`] : []
}
