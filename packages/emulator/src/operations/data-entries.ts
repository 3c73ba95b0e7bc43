import { dataResourceTypes } from '@soracom-fixtures/api'
import { type DataResource, dataEntriesOf } from '../state/data-entries.ts'
import { entryAt, removeEntry } from '../state/timed-list.ts'
import { noContent, ok } from './answer.ts'
import { invalid, notFound } from './api-failure.ts'
import { dataEntriesPage, toDataEntryView } from './data-entries-page.ts'
import type { Operation, OperatorContext } from './operation.ts'

/** What devices sent to Harvest Data: nothing, as long as nobody puts it in. */
export const dataEntryOperations: readonly Operation[] = [
  {
    operationId: 'getDataEntries',
    // The document lists no error of a resource that is unknown.
    handle: (context) => dataEntriesPage(context, readResource(context)),
  },
  {
    operationId: 'getDataEntry',
    handle(context) {
      const resource = readResource(context)
      const timeMs = readTime(context)
      const entries = dataEntriesOf(context.operator.account, resource)
      const entry = entries && entryAt(entries, timeMs)
      if (!entry) throw notFound('data entry', String(timeMs))
      return ok(toDataEntryView(resource, entry))
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
