import type { CoverageType, PaymentMethod, WebPayRequest } from '@soracom-fixtures/api'
import type { Call } from './call.ts'

/** How the operator pays. */
export function paymentMethodCalls(call: Call) {
  return {
    /** Reads the payment method; 404 where there is none. */
    async current(coverageType?: CoverageType): Promise<PaymentMethod> {
      return (
        await call<PaymentMethod>({
          operationId: 'getPaymentMethod',
          method: 'GET',
          path: '/payment_methods/current',
          query: { coverage_type: coverageType },
          repeat: 'safe',
        })
      ).value
    },
    /** Registers a card, as older clients do; the sandbox takes a dummy. */
    async registerWebPay(body: WebPayRequest): Promise<void> {
      await call({
        operationId: 'registerWebPayPaymentMethod',
        method: 'POST',
        path: '/payment_methods/webpay',
        body,
        repeat: 'safe',
        answer: 'none',
      })
    },
  }
}
