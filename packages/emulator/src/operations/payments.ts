import { payJpRequestSchema, webPayRequestSchema } from '@soracom-fixtures/api/schemas'
import { toSecondText } from '../rules/calendar.ts'
import { ok } from './answer.ts'
import { ApiFailure, notFound } from './api-failure.ts'
import type { Operation } from './operation.ts'
import { readBody } from './read-body.ts'

const shortestCardLifeMs = 31 * 86_400_000

/** How the operator pays: the sandbox's dummy card. */
export const paymentOperations: readonly Operation[] = [
  {
    operationId: 'getPaymentMethod',
    handle({ operator }) {
      // The dummy card serves every coverage type (test of the command-line client).
      if (!operator.hasPaymentMethod) throw notFound('payment method', 'current')
      return ok({
        providerType: 'WebPay',
        properties: '{}',
        updateDate: toSecondText(operator.updatedMs),
      })
    },
  },
  {
    operationId: 'activatePaymentMethod',
    handle({ operator }) {
      if (!operator.hasPaymentMethod) throw notFound('payment method', 'current')
      return ok({})
    },
  },
  {
    operationId: 'registerWebPayPaymentMethod',
    handle({ world, operator, body, nowMs }) {
      const { expireMonth, expireYear: year } = readBody(webPayRequestSchema, body)
      // A client of the sandbox in Ruby gives two digits, and was answered 200.
      const expireYear = year < 100 ? 2000 + year : year
      if (Date.UTC(expireYear, expireMonth) - nowMs < shortestCardLifeMs) throw new ApiFailure('PAY0025')
      operator.hasPaymentMethod = true
      operator.updatedMs = nowMs
      return { status: world.settings.webPayStatus }
    },
  },
  {
    operationId: 'registerPayjpPaymentMethod',
    handle({ world, operator, body, nowMs }) {
      // No payment service is asked: whatever stands for a card is one, and is not kept.
      readBody(payJpRequestSchema, body)
      operator.hasPaymentMethod = true
      operator.updatedMs = nowMs
      return { status: world.settings.webPayStatus }
    },
  },
]
