import type { ShippingAddressRequest, ShippingAddressResponse } from '@soracom-fixtures/api'
import { shippingAddressRequestSchema } from '@soracom-fixtures/api/schemas'
import { toShippingArea } from '../rules/shipping-area.ts'
import type { OperatorState, ShippingAddressState } from '../state/operator.ts'
import { created, ok } from './answer.ts'
import { invalid, notFound } from './api-failure.ts'
import type { Operation } from './operation.ts'
import { readBody } from './read-body.ts'

/** Addresses that orders are shipped to. */
export const shippingAddressOperations: readonly Operation[] = [
  {
    operationId: 'listShippingAddresses',
    handle: ({ operator }) => ok({ shippingAddresses: [...operator.shippingAddresses.values()].map(toView) }),
  },
  {
    operationId: 'createShippingAddress',
    handle({ world, operator, body }) {
      const shippingAddressId = world.ids.uuid()
      const state = { shippingAddressId, ...readAddress(operator, body) }
      operator.shippingAddresses.set(shippingAddressId, state)
      return created(toView(state))
    },
  },
  {
    operationId: 'getShippingAddress',
    handle: ({ operator, params }) => ok(toView(find(operator, params.shipping_address_id))),
  },
  {
    operationId: 'updateShippingAddress',
    handle({ operator, params, body }) {
      const state = find(operator, params.shipping_address_id)
      Object.assign(state, readAddress(operator, body))
      // Without a body (published document).
      return ok()
    },
  },
  {
    operationId: 'deleteShippingAddress',
    handle({ operator, params }) {
      operator.shippingAddresses.delete(find(operator, params.shipping_address_id).shippingAddressId)
      // 200, unlike other deletions (published document).
      return ok()
    },
  },
]

function find(operator: OperatorState, shippingAddressId = ''): ShippingAddressState {
  const state = operator.shippingAddresses.get(shippingAddressId)
  if (!state) throw notFound('shipping address', shippingAddressId)
  return state
}

// With coverage jp the server refuses an unknown zip code or prefecture (notes of the Swift client); seven digits with
// or without a hyphen pass in the command-line client's test.
function readAddress(operator: OperatorState, body: unknown): Pick<ShippingAddressState, 'address' | 'shippingArea'> {
  const address: ShippingAddressRequest = readBody(shippingAddressRequestSchema, body)
  const shippingArea = toShippingArea(address.state)
  const isJapan = operator.coverageTypes.has('jp') && (address.countryCode ?? 'JP') === 'JP'
  if (isJapan && !/^\d{3}-?\d{4}$/.test(address.zipCode)) throw invalid('zipCode', address.zipCode)
  if (isJapan && !shippingArea) throw invalid('state', address.state)
  return { address, shippingArea: shippingArea ?? 'kanto' }
}

function toView({ shippingAddressId, address, shippingArea }: ShippingAddressState): ShippingAddressResponse {
  return {
    ...address,
    countryCode: address.countryCode ?? 'JP',
    phoneNumber: address.phoneNumber ?? '',
    shippingAddressId,
    shippingArea,
  }
}
