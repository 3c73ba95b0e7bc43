import { shippingAreas } from '@soracom-fixtures/api'
import { expect, test } from 'vitest'
import { openSandbox } from '../testing/open-sandbox.ts'

test('the catalogue has the products that were met, and a cost of shipping for every area (tests of clients)', async () => {
  const shop = await openSandbox().operator()
  const { body } = await shop.call('GET', '/products?campaign_code=NONE')
  const codes = body.productList.map(({ productCode }: { productCode: string }) => productCode)
  expect(codes).toEqual(['4573326590013', '4573326590259', '4573326590273'])
  expect(body.shippingCostList.map(({ shippingArea }: { shippingArea: string }) => shippingArea)).toEqual([
    ...shippingAreas,
  ])
})

test('the product of 1,500 yen has the properties that were recorded in 2019', async () => {
  const shop = await openSandbox().operator()
  const { productList } = (await shop.call('GET', '/products')).body
  expect(productList.at(-1)).toMatchObject({
    price: 1500,
    productType: 'sim',
    count: 1,
    properties: { contractType: 'no_sms', simSubscription: 'plan-KM1', simSize: 'nano' },
    productImageURLs: [],
  })
})
