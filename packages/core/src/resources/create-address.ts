import type { ShippingAddressRequest, ShippingAddressResponse } from '@soracom-fixtures/api'
import type { SoracomClient } from '@soracom-fixtures/client'
import { type OnceContext, once } from './once.ts'

/** A valid address in Tokyo: a zip code, prefecture and city that the command-line client's own test orders with. */
export const defaultAddress: ShippingAddressRequest = {
  addressLine1: '1-1-1',
  city: '港区',
  countryCode: 'JP',
  fullName: 'Sorao Tamagawa',
  phoneNumber: '0312345678',
  state: '東京都',
  zipCode: '1234567',
}

/** Creates an address. Where its answer was lost, one that says the same is as good. */
export async function createAddress(
  context: OnceContext,
  client: SoracomClient,
  operatorId: string,
  wanted: ShippingAddressRequest,
): Promise<ShippingAddressResponse> {
  const names = Object.keys(wanted) as (keyof ShippingAddressRequest)[]
  return await once(context, 'creating the shipping address', {
    act: () => client.shippingAddresses.create(operatorId, wanted),
    async look() {
      const { shippingAddresses } = await client.shippingAddresses.list(operatorId)
      return shippingAddresses.find((address) => names.every((name) => (address[name] ?? '') === (wanted[name] ?? '')))
    },
  })
}
