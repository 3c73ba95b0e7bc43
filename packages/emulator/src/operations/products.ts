import { knownProducts, shippingAreas } from '@soracom-fixtures/api'
import { ok } from './answer.ts'
import type { Operation } from './operation.ts'
import { toProduct } from './views/order-view.ts'

/** What can be ordered: the products whose codes are known. */
export const productOperations: readonly Operation[] = [
  {
    operationId: 'listProducts',
    handle: ({ world: { settings } }) =>
      ok({
        productList: knownProducts.map(({ productCode }) => toProduct(productCode, settings)),
        shippingCostList: shippingAreas.map((shippingArea) => ({
          shippingArea,
          shippingAreaName: shippingArea,
          shippingCost: settings.shippingCostJpy,
        })),
      }),
  },
]
