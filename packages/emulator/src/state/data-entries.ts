import type { DataResourceType } from '@soracom-fixtures/api'
import type { AccountState } from './account.ts'
import { createTimedList, putEntry, type TimedList } from './timed-list.ts'

/** What a device sent to Harvest Data. */
export interface DataEntryState {
  readonly timeMs: number
  readonly contentType: string
  readonly content: string
  readonly category: string | null
}

/** The resource that data entries come from. */
export interface DataResource {
  readonly resourceType: DataResourceType
  readonly resourceId: string
}

/** The entries of a resource, if it has had any. */
export function dataEntriesOf(
  { dataEntries }: AccountState,
  resource: DataResource,
): TimedList<DataEntryState> | undefined {
  return dataEntries.get(toKey(resource))
}

/** Adds an entry of a resource. Nothing of the API does, as no device of the sandbox sends data. */
export function addDataEntry(account: AccountState, resource: DataResource, entry: DataEntryState): void {
  const entries = dataEntriesOf(account, resource) ?? createTimedList()
  putEntry(entries, entry)
  account.dataEntries.set(toKey(resource), entries)
}

function toKey({ resourceType, resourceId }: DataResource): string {
  return `${resourceType}/${resourceId}`
}
