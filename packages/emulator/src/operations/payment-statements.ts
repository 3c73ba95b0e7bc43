import type { PaymentStatement, PaymentTransaction } from '@soracom-fixtures/api'
import { payerInformationSchema } from '@soracom-fixtures/api/schemas'
import { toCsv } from '../rules/csv.ts'
import { created, ok } from './answer.ts'
import { answerExport } from './answer-export.ts'
import { ApiFailure, invalid, notFound } from './api-failure.ts'
import type { Operation, OperatorContext } from './operation.ts'
import { type Payment, paymentsOf } from './payments-of.ts'
import { readBody } from './read-body.ts'

/**
 * What was paid: closed months, orders once they are shipped, and what is paid when it is ordered. The service exports a
 * statement as a document for people; here it is a CSV file of the same fields.
 */
export const paymentStatementOperations: readonly Operation[] = [
  {
    operationId: 'listPaymentStatements',
    handle: (context) =>
      ok({
        paymentStatementsList: paymentsOf(context.world, context.operator).map((payment) => toView(context, payment)),
      }),
  },
  {
    operationId: 'exportPaymentStatement',
    handle(context) {
      const id = context.params.payment_statement_id ?? ''
      const payment = paymentsOf(context.world, context.operator).find(({ statementId }) => statementId === id)
      // 400, not 404, for one that is not there (published document).
      if (!payment) throw new ApiFailure('EMU0005', ['payment statement', id], 400)
      return answerExport(context, 'payment-statement', toStatementCsv(context, payment))
    },
  },
  {
    operationId: 'getPayerInformation',
    handle({ operator }) {
      if (!operator.payer) throw new ApiFailure('EMU0193')
      return ok(operator.payer)
    },
  },
  {
    operationId: 'registerPayerInformation',
    handle({ operator, body }) {
      operator.payer = readBody(payerInformationSchema, body)
      return created()
    },
  },
  {
    operationId: 'getPaymentTransaction',
    handle({ world, operator, params }) {
      const id = params.payment_transaction_id ?? ''
      if (!/^\d{17}_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw invalid('payment_transaction_id', id)
      const payment = paymentsOf(world, operator).find(({ transactionId }) => transactionId === id)
      if (!payment) throw notFound('payment transaction', id)
      return ok(toTransactionView(payment))
    },
  },
]

function toView({ world }: OperatorContext, payment: Payment): PaymentStatement {
  const { statementId, amount, currency, paidMs, month, orderId } = payment
  return {
    paymentStatementId: statementId,
    amount,
    currency,
    paymentDateTime: world.settings.paymentTimeUnit === 'seconds' ? Math.floor(paidMs / 1000) : paidMs,
    paymentMethod: 'WebPay',
    // Of months and orders the field that does not apply is left out (published document).
    ...(month === undefined ? {} : { chargedYearMonths: [month] }),
    ...(orderId === undefined ? {} : { orderId }),
  }
}

function toTransactionView({ currency, subtotal, tax, amount, month, orderId, bill }: Payment): PaymentTransaction {
  return {
    amount: { currency, subTotalAmount: subtotal, taxAmount: tax, totalAmount: amount, paymentAmount: amount },
    description: {
      description: month ?? orderId ?? '',
      itemList: [...new Set(bill?.parts.flatMap(({ byItem }) => [...byItem.keys()]))],
    },
    messageCode: 'success',
    status: 'success',
  }
}

function toStatementCsv(context: OperatorContext, payment: Payment): string {
  const { operator } = context
  const { companyName, department, fullName } = operator.payer ?? {}
  const columns = ['paymentStatementId', 'companyName', 'department', 'fullName', 'chargedYearMonths', 'orderId']
  const amounts = ['subTotalAmount', 'taxAmount', 'amount', 'currency', 'paymentDateTime']
  const { statementId, month, orderId, subtotal, tax, amount, currency } = payment
  const { paymentDateTime } = toView(context, payment)
  return toCsv(
    [...columns, ...amounts],
    [
      [
        statementId,
        companyName ?? '',
        department ?? '',
        fullName ?? '',
        month ?? '',
        orderId ?? '',
        subtotal,
        tax,
        amount,
        currency,
        paymentDateTime,
      ],
    ],
  )
}
