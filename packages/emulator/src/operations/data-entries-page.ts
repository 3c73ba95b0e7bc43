import type { DataEntry } from '@soracom-fixtures/api'
import { type DataEntryState, type DataResource, dataEntriesOf } from '../state/data-entries.ts'
import { createTimedList } from '../state/timed-list.ts'
import type { Answer } from './answer.ts'
import type { OperatorContext } from './operation.ts'
import { readInteger, readWord } from './read-query.ts'
import { timedPage } from './timed-page.ts'

/** Answers one page of what a resource sent to Harvest Data. One that is unknown has sent nothing. */
export function dataEntriesPage(context: OperatorContext, resource: DataResource): Answer {
  const { operator, query } = context
  const sort = readWord(query, 'sort', ['desc', 'asc']) ?? 'desc'
  const entries = dataEntriesOf(operator.account, resource) ?? createTimedList<DataEntryState>()
  return timedPage(context, entries, {
    fromMs: readInteger(query, 'from'),
    toMs: readInteger(query, 'to'),
    order: sort === 'asc' ? 'oldestFirst' : 'newestFirst',
    toRow: (entry) => toDataEntryView(resource, entry),
    defaultLimit: 10,
    maxLimit: 1000,
  })
}

/** An entry of a resource as the API shows it. */
export function toDataEntryView({ resourceType, resourceId }: DataResource, entry: DataEntryState): DataEntry {
  const { timeMs, contentType, content, category } = entry
  return { resourceType, resourceId, time: timeMs, contentType, content, category }
}
