import { defineFixtures, operator, subscribers } from 'soracom-fixtures/vitest'

const shop = operator()
const fleet = subscribers(20, { operator: shop, subscription: 'plan-D', status: 'active' })

export const store = defineFixtures({ shop, fleet }, { scope: 'run' })
