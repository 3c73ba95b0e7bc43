import { sendSmsRequestSchema } from '@soracom-fixtures/api/schemas'
import { toSmsProblem } from '../rules/sms.ts'
import { findByMsisdn } from '../state/sim-table.ts'
import type { Answer } from './answer.ts'
import { ApiFailure, invalid } from './api-failure.ts'
import { findSim } from './find-sim.ts'
import type { Operation, OperatorContext } from './operation.ts'
import { readBody } from './read-body.ts'

/**
 * SMS to a SIM. The service takes a message and answers its ID before anybody knows whether it arrives; no SIM of the
 * sandbox is in a device, so none ever does.
 */
export const smsOperations: readonly Operation[] = [
  { operationId: 'sendSms', handle: (context) => send(context, context.params.imsi) },
  { operationId: 'sendSmsToSim', handle: (context) => send(context, context.params.sim_id) },
  {
    operationId: 'sendSmsByMsisdn',
    handle(context) {
      const { world, operator, params } = context
      const msisdn = params.msisdn ?? ''
      const sim = findByMsisdn(world, msisdn)
      // Another's number is unknown by the name it was asked by: its IMSI is its owner's to know.
      return send(context, sim?.operatorId === operator.operatorId ? sim.imsi : msisdn)
    },
  },
]

function send({ world, operator, body }: OperatorContext, imsi = ''): Answer {
  const sim = findSim(world, operator, imsi)
  const canReceive = world.settings.smsSubscriptions.includes(sim.subscription) && sim.status !== 'terminated'
  if (!canReceive) throw new ApiFailure('EMU0182', [imsi])
  const { payload, encodingType } = readBody(sendSmsRequestSchema, body)
  const encoding = encodingType ?? 2
  if (encoding !== 1 && encoding !== 2) throw invalid('encodingType', encoding)
  const problem = toSmsProblem(payload, encoding)
  if (problem) throw new ApiFailure(problem.code, problem.args)
  return { status: 202, body: { messageId: world.ids.uuid() } }
}
