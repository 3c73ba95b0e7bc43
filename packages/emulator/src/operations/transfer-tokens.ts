import type { TransferredSims, TransferToken } from '@soracom-fixtures/api'
import { issueTransferTokenRequestSchema, transferTokenSchema } from '@soracom-fixtures/api/schemas'
import { putMail } from '../state/mailbox.ts'
import type { SimState } from '../state/sim.ts'
import { findByImsi } from '../state/sim-table.ts'
import { addTransfer, dropTransfer, transferSim } from '../state/transfers.ts'
import { noContent, ok } from './answer.ts'
import { ApiFailure, invalid } from './api-failure.ts'
import type { Operation, OperatorContext } from './operation.ts'
import { readBody } from './read-body.ts'

/**
 * Transfers of ready SIMs to another operator: issued by their owner, accepted by the one whom they are for. The document
 * calls their status "Transferring" meanwhile, a word that the published statuses lack; here they stay `ready`. The
 * token is in the answer and in a mail to the receiver.
 */
export const transferTokenOperations: readonly Operation[] = [
  {
    operationId: 'issueSubscriberTransferToken',
    handle(context) {
      const { world, operator, body, nowMs } = context
      const request = readBody(issueTransferTokenRequestSchema, body)
      const { transferDestinationOperatorId: operatorId, transferDestinationOperatorEmail: email } = request
      const receiver = world.operators.get(operatorId)
      if (!receiver || receiver === operator || receiver.email !== email) throw new ApiFailure('EMU0186', [operatorId])
      const imsis = [...new Set(request.transferImsi)]
      if (imsis.length === 0) throw invalid('transferImsi', '[]')
      const sims = imsis.map((imsi) => findTransferable(context, imsi))
      const { token } = addTransfer(world, operator, receiver, sims)
      putMail(world, { kind: 'simTransfer', email, token, operatorId, sentMs: nowMs })
      const answer: TransferToken = { token }
      return ok(answer)
    },
  },
  {
    operationId: 'verifySubscriberTransferToken',
    handle({ world, operator, body, nowMs }) {
      const { token } = readBody(transferTokenSchema, body)
      const transfer = world.transfers.get(token)
      const sender = world.operators.get(transfer?.fromOperatorId ?? '')
      if (!transfer || !sender || transfer.toOperatorId !== operator.operatorId) throw new ApiFailure('COM0006')
      // A SIM whose status has been changed since cannot be transferred any more (published document).
      const sims = transfer.imsis.flatMap((imsi) => {
        const sim = findByImsi(world, imsi)
        return sim && sim.transferToken === token && sim.status === 'ready' ? [sim] : []
      })
      dropTransfer(world, token)
      if (sims.length === 0) throw new ApiFailure('EMU0189')
      for (const sim of sims) transferSim(world, sender, operator, sim, nowMs)
      const answer: TransferredSims = { transferredImsi: sims.map(({ imsi }) => imsi) }
      return ok(answer)
    },
  },
  {
    operationId: 'deleteSubscriberTransferToken',
    handle({ world, operator, params }) {
      const transfer = world.transfers.get(params.token ?? '')
      // The token is a secret of others where it is none of this operator's, and so it is not repeated.
      if (transfer?.fromOperatorId !== operator.operatorId) throw new ApiFailure('EMU0005', ['transfer token', '***'])
      dropTransfer(world, transfer.token)
      return noContent
    },
  },
]

function findTransferable({ world, operator }: OperatorContext, imsi: string): SimState {
  const sim = findByImsi(world, imsi)
  if (sim?.operatorId !== operator.operatorId) throw new ApiFailure('EMU0005', ['subscriber', imsi], 400)
  if (sim.type === 'virtual') throw new ApiFailure('EMU0181', [imsi, 'transferred'])
  if (sim.status !== 'ready') throw new ApiFailure('EMU0187', [imsi, sim.status])
  if (sim.transferToken !== null) throw new ApiFailure('EMU0188', [imsi])
  return sim
}
