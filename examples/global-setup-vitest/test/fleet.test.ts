import { useFixtures } from 'soracom-fixtures/vitest'
import { expect, test } from 'vitest'
import { store } from '../soracom-fixtures.config.ts'

const fx = useFixtures(store)

test('twenty SIMs are active', async () => {
  let active = 0
  for await (const _ of fx.shop.client.subscribers.list({ status_filter: 'active' })) active += 1
  expect(active).toBe(20)
  expect(fx.fleet).toHaveLength(20)
})
