import type { ApiAuditLogEntry } from '@soracom-fixtures/api'
import { type AuditLogState, auditLogStartMs } from '../state/audit-log.ts'
import type { Operation } from './operation.ts'
import { readInteger } from './read-query.ts'
import { timedPage } from './timed-page.ts'

/** The calls that an operator made. */
export const auditLogOperations: readonly Operation[] = [
  {
    operationId: 'getApiAuditLogs',
    handle(context) {
      const { world, operator, query, nowMs } = context
      const { auditLog } = operator.account
      const apiKind = query.get('api_kind')
      const startMs = auditLogStartMs(operator.account, nowMs, world.settings)
      // The key of a page is the time of its last entry (published document).
      return timedPage(context, auditLog, {
        fromMs: Math.max(startMs, readInteger(query, 'from_epoch_ms') ?? startMs),
        toMs: readInteger(query, 'to_epoch_ms'),
        order: world.settings.auditLogOrder,
        toRow: (call) => (!apiKind || call.apiKind === apiKind ? toView(call, operator.operatorId) : undefined),
        defaultLimit: longestPage,
        maxLimit: longestPage,
      })
    },
  },
]

const longestPage = 1000

// The kind is the path as the document writes it: its example and the guide show paths without parameters only.
function toView(
  { apiKind, path, status, remoteAddress, userName, timeMs }: AuditLogState,
  operatorId: string,
): ApiAuditLogEntry {
  return {
    apiKind,
    operatorId,
    remoteIpAddress: remoteAddress,
    requestPath: path,
    requestedTimeEpochMs: timeMs,
    // In the document's example and in the guide, though not in the schema.
    statusCode: status,
    userName: userName ?? '',
  }
}
