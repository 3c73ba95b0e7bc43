import type { GroupState } from '../state/operator.ts'
import type { SimState } from '../state/sim.ts'

/** What SIMs are searched by: terms that all must match, or one of them. */
export interface SimQuery {
  readonly terms: readonly { readonly field: string; readonly values: readonly string[] }[]
  readonly isOr: boolean
}

/** What the older search, `/query/subscribers`, knows (published document). */
export const subscriberQueryFields = [
  'name',
  'group',
  'imsi',
  'msisdn',
  'iccid',
  'serial_number',
  'tag',
  'subscription',
  'module_type',
] as const

/** What the search of SIMs, `/query/sims`, knows (published document). */
export const simQueryFields = [
  ...subscriberQueryFields,
  'group_id',
  'sim_id',
  'bundles',
  'status',
  'session_status',
] as const

/**
 * Reads a search from its query; several values of a field are joined by commas or repeated. A session status of `NA`,
 * which is the default, means any.
 */
export function toSimQuery(query: URLSearchParams, fields: readonly string[] = simQueryFields): SimQuery {
  const terms = fields.flatMap((field) => {
    const values = query
      .getAll(field)
      .flatMap((text) => text.split(','))
      .filter((value) => value !== '' && !(field === 'session_status' && value.toUpperCase() === 'NA'))
    return values.length > 0 ? [{ field, values: values.map((value) => value.toLowerCase()) }] : []
  })
  return { terms, isOr: query.get('search_type')?.toLowerCase() === 'or' }
}

/** Whether a SIM is found: parts of the text in either case; a subscription by the whole of it. */
export function matchesQuery(sim: SimState, { terms, isOr }: SimQuery, group: GroupState | undefined): boolean {
  if (terms.length === 0) return true
  const matches = ({ field, values }: SimQuery['terms'][number]) => {
    const texts = textsOf(sim, field, group).map((text) => text.toLowerCase())
    const isWhole = field === 'subscription'
    return values.some((value) => texts.some((text) => (isWhole ? text === value : text.includes(value))))
  }
  return isOr ? terms.some(matches) : terms.every(matches)
}

function textsOf(sim: SimState, field: string, group: GroupState | undefined): readonly string[] {
  switch (field) {
    case 'name':
      return [sim.tags.get('name') ?? '']
    case 'group':
      return [group?.tags.get('name') ?? '']
    case 'group_id':
      return [sim.groupId ?? '']
    case 'sim_id':
    case 'imsi':
    case 'iccid':
      return [sim.imsi]
    case 'msisdn':
      return [sim.msisdn]
    case 'serial_number':
      return [sim.serialNumber ?? '']
    case 'tag':
      return [...sim.tags.values()]
    case 'bundles':
      return sim.bundles
    case 'status':
      return [sim.status]
    case 'session_status':
      // No SIM of the sandbox ever attaches.
      return ['OFFLINE']
    case 'subscription':
      return [sim.subscription]
    default:
      return [sim.moduleType]
  }
}
