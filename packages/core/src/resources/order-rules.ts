import { knownProducts } from '@soracom-fixtures/api'
import type { Rules } from '../planning/rules.ts'
import type { OrderOptions, OrderStage } from './order.ts'
import { checkAddress } from './shipping-address.ts'

/** How an order is planned. */
export const orderRules: Rules<OrderOptions> = {
  calls: countCalls,
  check: checkOptions,
}

// SIMs that the API lists at once.
const simsOfPage = 100

const stages: readonly OrderStage[] = ['quoted', 'confirmed', 'shipped', 'registered']

/** SIMs of an order before it is asked for: what is known of a product says how many a piece holds; one, else. */
export function countSims({ items }: Pick<OrderOptions, 'items'>): number {
  const countOf = (code: string) => knownProducts.find((product) => product.productCode === code)?.count ?? 1
  return items.reduce((sum, { productCode, quantity = 1 }) => sum + quantity * countOf(productCode), 0)
}

function countCalls(options: OrderOptions): number {
  const stage = options.until ?? 'registered'
  const calls = 2 + stages.indexOf(stage)
  if (stage === 'quoted' || stage === 'confirmed') return calls
  const sims = countSims(options)
  return calls + Math.max(1, Math.ceil(sims / simsOfPage)) + (stage === 'registered' ? sims : 0)
}

function checkOptions({ items, until, shippingAddress }: OrderOptions): string[] {
  if (!Array.isArray(items) || items.length === 0) return ['items is empty; an order needs at least one product']
  const problems = shippingAddress ? checkAddress(shippingAddress) : []
  for (const { productCode, quantity = 1, unlisted } of items) {
    if (!Number.isInteger(quantity) || quantity < 1) {
      problems.push(`quantity of ${productCode} must be a whole number from 1, not ${quantity}`)
    }
    if (unlisted || knownProducts.some((product) => product.productCode === productCode)) continue
    const known = knownProducts.map((product) => product.productCode).join(', ')
    problems.push(
      `product ${JSON.stringify(productCode)} is unknown; known are ${known}. Give the item unlisted: true if your sandbox has it`,
    )
  }
  if (until !== undefined && !stages.includes(until)) {
    problems.push(`until must be one of ${stages.join(', ')}, not ${JSON.stringify(until)}`)
  }
  return problems
}
