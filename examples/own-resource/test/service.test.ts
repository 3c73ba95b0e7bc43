import { operator, subscribers, useFixtures } from 'soracom-fixtures/vitest'
import { expect, test } from 'vitest'
import { service } from './service.ts'

const shop = operator({ authKey: true })
const meters = subscribers(3, (index) => ({ operator: shop, tags: { name: `meter-${index}` } }))
const fleet = service({ operator: shop })

const fx = useFixtures({ shop, meters, fleet })

test('the service lists the meters of its operator', async () => {
  const response = await fetch(fx.fleet.url)
  expect(await response.json()).toEqual(['meter-0', 'meter-1', 'meter-2'])
})
