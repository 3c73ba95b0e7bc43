import { createHash } from 'node:crypto'
import type { SoraletVersion } from '@soracom-fixtures/api'
import type { SoraletState, SoraletVersionState } from '../state/account.ts'
import type { OperatorState } from '../state/operator.ts'
import { created, noContent } from './answer.ts'
import { ApiFailure, notFound, unlistedNotFound } from './api-failure.ts'
import { keysInOrder } from './keys-in-order.ts'
import type { Operation, OperatorContext } from './operation.ts'
import { pageOf } from './page.ts'

// By the guide of Orbit at users.soracom.io.
const mostVersions = 10
const mostBytes = 4_194_304

/** Versions of a Soralet's module. */
export const soraletVersionOperations: readonly Operation[] = [
  {
    operationId: 'listSoraletVersions',
    handle(context) {
      const soralet = find(context)
      return pageOf(context, {
        // Numbers only rise, so the order in which they came is theirs.
        keys: keysInOrder([...soralet.versions.keys()].map(String), context.query, 'desc'),
        toRow(version) {
          const state = soralet.versions.get(Number(version))
          return state && toView(context.operator, soralet, state)
        },
        defaultLimit: mostVersions,
        maxLimit: mostVersions,
      })
    },
  },
  {
    operationId: 'uploadSoraletCode',
    // A module, whatever its content type says: clients and the document differ.
    reads: 'bytes',
    handle(context) {
      const { operator, body: code, nowMs } = context
      const soralet = find(context)
      if (code.length === 0) throw new ApiFailure('COM0008', ['may not be empty:body'])
      if (code.length > mostBytes) throw new ApiFailure('EMU0144', [mostBytes, 'bytes of a module'])
      if (soralet.versions.size >= mostVersions)
        throw new ApiFailure('EMU0144', [mostVersions, 'versions of a Soralet'])
      soralet.lastVersion += 1
      soralet.modifiedMs = nowMs
      const state: SoraletVersionState = {
        version: soralet.lastVersion,
        sizeBytes: code.length,
        // Which hash the platform makes is not known.
        hash: createHash('sha256').update(code).digest('hex'),
        createdMs: nowMs,
      }
      soralet.versions.set(state.version, state)
      return created(toView(operator, soralet, state))
    },
  },
  {
    operationId: 'deleteSoraletVersion',
    handle({ operator, params: { soralet_id: soraletId = '', version = '' }, nowMs }) {
      const soralet = operator.account.soralets.get(soraletId)
      if (!soralet?.versions.delete(Number(version))) throw notFound('Soralet version', `${soraletId}/${version}`)
      soralet.modifiedMs = nowMs
      return noContent
    },
  },
]

function find({ world, operator, params: { soralet_id: soraletId = '' } }: OperatorContext): SoraletState {
  const soralet = operator.account.soralets.get(soraletId)
  if (!soralet) throw unlistedNotFound(world, 'Soralet', soraletId)
  return soralet
}

function toView(
  { operatorId, coverageTypes }: OperatorState,
  { soraletId }: SoraletState,
  { version, sizeBytes, hash, createdMs }: SoraletVersionState,
): SoraletVersion {
  const [coverageType = 'jp'] = coverageTypes
  return {
    soraletId,
    operatorId,
    version,
    size: sizeBytes,
    hash,
    // As the guide of Orbit writes it.
    srn: `srn:soracom:${operatorId}:${coverageType}:Soralet:${soraletId}/${version}`,
    createdTime: createdMs,
  }
}
