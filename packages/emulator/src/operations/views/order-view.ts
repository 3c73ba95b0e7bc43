import type { Order, Product, Quotation } from '@soracom-fixtures/api'
import { knownProducts } from '@soracom-fixtures/api'
import { toSecondText } from '../../rules/calendar.ts'
import { orderTaxRate, toOrderAmounts } from '../../rules/order-amounts.ts'
import type { EmulatorSettings } from '../../settings.ts'
import type { OperatorState, OrderState } from '../../state/operator.ts'

/** A quotation as the API shows it. */
export function toQuotationView(order: OrderState, operator: OperatorState, settings: EmulatorSettings): Quotation {
  const items = order.items.map(({ productCode, quantity }) => {
    const product = toProduct(productCode, settings)
    return { product, quantity, productAmount: product.price * quantity }
  })
  return {
    orderId: order.orderId,
    email: operator.email,
    currency: 'JPY',
    orderItemList: items,
    ...(order.preferredDeliveryDate === undefined ? {} : { preferredDeliveryDate: order.preferredDeliveryDate }),
    shippingAddress: order.address.address,
    shippingAddressId: order.shippingAddressId,
    ...toOrderAmounts(
      items.map(({ productAmount }) => productAmount),
      settings.shippingCostJpy,
      orderTaxRate(order.quotedMs),
    ),
  }
}

/** A confirmed order as the API shows it; times are digits. */
export function toOrderView(order: OrderState, operator: OperatorState, settings: EmulatorSettings): Order {
  return {
    ...toQuotationView(order, operator, settings),
    orderStatus: order.status ?? 'ordering',
    orderDateTime: toSecondText(order.orderedMs ?? order.quotedMs, settings.orderZoneOffsetMinutes),
    ...(order.initialSetting === null ? {} : { resourceInitialSetting: order.initialSetting }),
    ...(order.shippedMs === null
      ? {}
      : { shippingDateTime: toSecondText(order.shippedMs, settings.orderZoneOffsetMinutes) }),
  }
}

/** A product of the catalogue as the API shows it. What no source tells of it is left out or, where it must stand, plain. */
export function toProduct(productCode: string, settings: EmulatorSettings): Product {
  const known = knownProducts.find((product) => product.productCode === productCode)
  const { subscription, simSize, contractType, priceJpy, count = 1 } = known ?? {}
  return {
    productCode,
    productName: subscription ? `SIM card of ${subscription}` : `Product ${productCode}`,
    productType: 'sim',
    count,
    currency: 'JPY',
    price: priceJpy ?? settings.unknownProductPriceJpy,
    properties: {
      ...(subscription ? { simSubscription: subscription } : {}),
      ...(simSize ? { simSize } : {}),
      ...(contractType ? { contractType } : {}),
    },
    productImageURLs: [],
  }
}
