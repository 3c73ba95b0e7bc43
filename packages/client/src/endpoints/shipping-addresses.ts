import type { ShippingAddressList, ShippingAddressRequest, ShippingAddressResponse } from '@soracom-fixtures/api'
import type { Call } from './call.ts'

/** Addresses that orders are shipped to. */
export function shippingAddressCalls(call: Call) {
  return {
    /** Lists them. */
    async list(operatorId: string): Promise<ShippingAddressList> {
      return (
        await call<ShippingAddressList>({
          operationId: 'listShippingAddresses',
          method: 'GET',
          path: '/operators/{operatorId}/shipping_addresses',
          params: { operatorId },
          repeat: 'safe',
        })
      ).value
    },
    /** Makes one. */
    async create(operatorId: string, body: ShippingAddressRequest): Promise<ShippingAddressResponse> {
      return (
        await call<ShippingAddressResponse>({
          operationId: 'createShippingAddress',
          method: 'POST',
          path: '/operators/{operatorId}/shipping_addresses',
          params: { operatorId },
          body,
          repeat: 'unsafe',
        })
      ).value
    },
    /** Reads one. */
    async get(operatorId: string, shippingAddressId: string): Promise<ShippingAddressResponse> {
      return (
        await call<ShippingAddressResponse>({
          operationId: 'getShippingAddress',
          method: 'GET',
          path: '/operators/{operatorId}/shipping_addresses/{shippingAddressId}',
          params: { operatorId, shippingAddressId },
          repeat: 'safe',
        })
      ).value
    },
    /** Replaces one. The API answers nothing; `get` reads it. */
    async update(operatorId: string, shippingAddressId: string, body: ShippingAddressRequest): Promise<void> {
      await call({
        operationId: 'updateShippingAddress',
        method: 'PUT',
        path: '/operators/{operatorId}/shipping_addresses/{shippingAddressId}',
        params: { operatorId, shippingAddressId },
        body,
        repeat: 'safe',
        answer: 'none',
      })
    },
    /** Deletes one. */
    async delete(operatorId: string, shippingAddressId: string): Promise<void> {
      await call({
        operationId: 'deleteShippingAddress',
        method: 'DELETE',
        path: '/operators/{operatorId}/shipping_addresses/{shippingAddressId}',
        params: { operatorId, shippingAddressId },
        repeat: 'safe',
        answer: 'none',
      })
    },
  }
}
