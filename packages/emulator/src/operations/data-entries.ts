import { type DataEntry, dataResourceTypes } from '@soracom-fixtures/api'
import { type DataEntryState, type DataResource, dataEntriesOf } from '../state/data-entries.ts'
import { createTimedList, entryAt, removeEntry } from '../state/timed-list.ts'
import { noContent, ok } from './answer.ts'
import { invalid, notFound } from './api-failure.ts'
import type { Operation, OperatorContext } from './operation.ts'
import { readInteger, readWord } from './read-query.ts'
import { timedPage } from './timed-page.ts'

/** What devices sent to Harvest Data: nothing, as long as nobody puts it in. */
export const dataEntryOperations: readonly Operation[] = [
  {
    operationId: 'getDataEntries',
    handle(context) {
      const { operator, query } = context
      const resource = readResource(context)
      const sort = readWord(query, 'sort', ['desc', 'asc']) ?? 'desc'
      // A resource that is unknown has sent nothing: the document lists no error.
      const entries = dataEntriesOf(operator.account, resource) ?? createTimedList<DataEntryState>()
      return timedPage(context, entries, {
        fromMs: readInteger(query, 'from'),
        toMs: readInteger(query, 'to'),
        order: sort === 'asc' ? 'oldestFirst' : 'newestFirst',
        toRow: (entry) => toView(resource, entry),
        defaultLimit: 10,
        maxLimit: 1000,
      })
    },
  },
  {
    operationId: 'getDataEntry',
    handle(context) {
      const resource = readResource(context)
      const timeMs = readTime(context)
      const entries = dataEntriesOf(context.operator.account, resource)
      const entry = entries && entryAt(entries, timeMs)
      if (!entry) throw notFound('data entry', String(timeMs))
      return ok(toView(resource, entry))
    },
  },
  {
    operationId: 'deleteDataEntry',
    handle(context) {
      const timeMs = readTime(context)
      const entries = dataEntriesOf(context.operator.account, readResource(context))
      // The document lists 204 only, so deleting what is not there is harmless.
      if (entries) removeEntry(entries, timeMs)
      return noContent
    },
  },
]

function readResource({
  params: { resource_type: wanted, resource_id: resourceId = '' },
}: OperatorContext): DataResource {
  const resourceType = dataResourceTypes.find((type) => type === wanted)
  if (!resourceType) throw invalid('resource_type', wanted)
  return { resourceType, resourceId }
}

function readTime({ params: { time = '' } }: OperatorContext): number {
  if (!/^\d{1,15}$/.test(time)) throw invalid('time', time)
  return Number(time)
}

function toView({ resourceType, resourceId }: DataResource, entry: DataEntryState): DataEntry {
  const { timeMs, contentType, content, category } = entry
  return { resourceType, resourceId, time: timeMs, contentType, content, category }
}
