import type { SoraletRecord } from '@soracom-fixtures/api'
import { createSoraletRequestSchema, testSoraletRequestSchema } from '@soracom-fixtures/api/schemas'
import type { SoraletState } from '../state/account.ts'
import { created, noContent, ok } from './answer.ts'
import { ApiFailure, invalid, notFound, unlistedNotFound } from './api-failure.ts'
import { keysInOrder } from './keys-in-order.ts'
import type { Operation, OperatorContext } from './operation.ts'
import { pageOf } from './page.ts'
import { readBody } from './read-body.ts'
import { soraletVersionOperations } from './soralet-versions.ts'

// By the guide of Orbit at users.soracom.io.
const mostSoralets = 20

/** Soralets, which hold versions of a WebAssembly module. */
export const soraletOperations: readonly Operation[] = [
  {
    operationId: 'listSoralets',
    handle(context) {
      const { operatorId, account } = context.operator
      return pageOf(context, {
        keys: keysInOrder([...account.soralets.keys()].sort(), context.query, 'asc'),
        toRow(soraletId) {
          const soralet = account.soralets.get(soraletId)
          return soralet && toView(soralet, operatorId)
        },
        defaultLimit: mostSoralets,
        maxLimit: mostSoralets,
      })
    },
  },
  {
    operationId: 'createSoralet',
    handle({ operator, body, nowMs }) {
      const { soraletId, description = null } = readBody(createSoraletRequestSchema, body)
      const { soralets } = operator.account
      if (!/^[\w-]{1,100}$/.test(soraletId)) throw invalid('soraletId', soraletId)
      if (soralets.has(soraletId)) throw new ApiFailure('EMU0143', ['Soralet', soraletId])
      if (soralets.size >= mostSoralets) throw new ApiFailure('EMU0144', [mostSoralets, 'Soralets'])
      const times = { createdMs: nowMs, modifiedMs: nowMs }
      soralets.set(soraletId, { soraletId, description, ...times, lastVersion: 0, versions: new Map() })
      // Without a body (published document).
      return created()
    },
  },
  {
    operationId: 'getSoralet',
    handle: (context) => ok(toView(find(context), context.operator.operatorId)),
  },
  {
    operationId: 'deleteSoralet',
    handle(context) {
      context.operator.account.soralets.delete(find(context).soraletId)
      return noContent
    },
  },
  {
    operationId: 'testSoralet',
    handle({ world, operator, params: { soralet_id: soraletId = '' }, body }) {
      const { version } = readBody(testSoraletRequestSchema, body)
      const soralet = operator.account.soralets.get(soraletId)
      if (!soralet) throw unlistedNotFound(world, 'Soralet', soraletId)
      if (!soralet.versions.has(Number(version))) throw unlistedNotFound(world, 'Soralet version', version)
      // The module is not run: nothing known describes what it can call, and what it answers. All fields of the answer are
      // optional, and a result code or a body would be made up, so it has none.
      return ok({})
    },
  },
  ...soraletVersionOperations,
]

function find({ operator, params: { soralet_id: soraletId = '' } }: OperatorContext): SoraletState {
  const soralet = operator.account.soralets.get(soraletId)
  if (!soralet) throw notFound('Soralet', soraletId)
  return soralet
}

function toView({ soraletId, description, createdMs, modifiedMs }: SoraletState, operatorId: string): SoraletRecord {
  return { soraletId, operatorId, description, createdTime: createdMs, updatedTime: modifiedMs }
}
