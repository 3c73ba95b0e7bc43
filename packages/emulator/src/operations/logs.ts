import { type LogEntry, logResourceTypes, logServices } from '@soracom-fixtures/api'
import type { Operation } from './operation.ts'
import { readInteger, readWord } from './read-query.ts'
import { timedPage } from './timed-page.ts'

/** Error logs of the platform. */
export const logOperations: readonly Operation[] = [
  {
    operationId: 'getLogs',
    handle(context) {
      const { operator, query } = context
      const resourceType = readWord(query, 'resource_type', logResourceTypes)
      const service = readWord(query, 'service', logServices)
      const resourceId = query.get('resource_id') || undefined
      return timedPage(context, operator.account.logs, {
        fromMs: readInteger(query, 'from'),
        toMs: readInteger(query, 'to'),
        // Neither the order nor the length of a page is documented; both are those of data entries.
        order: 'newestFirst',
        toRow({ timeMs, entry }): LogEntry | undefined {
          const isWanted =
            (resourceType === undefined || entry.resourceType === resourceType) &&
            (service === undefined || entry.service === service) &&
            (resourceId === undefined || entry.resourceId === resourceId)
          return isWanted ? { ...entry, time: timeMs, operatorId: operator.operatorId } : undefined
        },
        defaultLimit: 10,
        maxLimit: 1000,
      })
    },
  },
]
