import type { SimState } from '../state/sim.ts'

/** Which SIMs of a list are wanted. */
export interface SimFilter {
  readonly tagName: string | null
  readonly tagValue: string | null
  readonly isPrefix: boolean
  readonly statuses: readonly string[] | undefined
  readonly speedClasses: readonly string[] | undefined
  readonly serialNumbers: readonly string[] | undefined
}

/** Reads the filter of a list from its query; several values are joined by `|`, and `type_filter` is an old name. */
export function toSimFilter(query: URLSearchParams): SimFilter {
  return {
    tagName: query.get('tag_name'),
    tagValue: query.get('tag_value'),
    isPrefix: query.get('tag_value_match_mode') === 'prefix',
    statuses: split(query.get('status_filter')),
    speedClasses: split(query.get('speed_class_filter') ?? query.get('type_filter')),
    serialNumbers: split(query.get('serial_number_filter')),
  }
}

/** Whether a SIM is wanted. */
export function matchesFilter(sim: SimState, filter: SimFilter): boolean {
  return (
    matchesTag(sim.tags, filter) &&
    (filter.statuses?.includes(sim.status) ?? true) &&
    (filter.speedClasses?.includes(sim.speedClass) ?? true) &&
    (filter.serialNumbers?.some((prefix) => sim.serialNumber?.startsWith(prefix)) ?? true)
  )
}

/** Whether tags have what a filter asks for. */
export function matchesTag(
  tags: ReadonlyMap<string, string>,
  { tagName, tagValue, isPrefix }: Pick<SimFilter, 'tagName' | 'tagValue' | 'isPrefix'>,
): boolean {
  if (tagName === null) return true
  const value = tags.get(tagName)
  if (value === undefined || tagValue === null) return value !== undefined
  return isPrefix ? value.startsWith(tagValue) : value === tagValue
}

function split(text: string | null): readonly string[] | undefined {
  return text ? text.split('|') : undefined
}
