import type { ProductList } from '@soracom-fixtures/api'
import type { Call } from './call.ts'

/** What can be ordered. */
export function productCalls(call: Call) {
  return {
    /** Lists the products. */
    async list(): Promise<ProductList> {
      return (
        await call<ProductList>({ operationId: 'listProducts', method: 'GET', path: '/products', repeat: 'safe' })
      ).value
    },
  }
}
