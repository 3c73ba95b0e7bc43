import type { Sim } from '@soracom-fixtures/api'
import type { Call } from './call.ts'
import { paginate } from './paginate.ts'

/** What SIMs are searched by, in the words of the API. */
export type SimQuery = {
  readonly name?: string | readonly string[]
  readonly group?: string | readonly string[]
  readonly sim_id?: string | readonly string[]
  readonly imsi?: string | readonly string[]
  readonly msisdn?: string | readonly string[]
  readonly iccid?: string | readonly string[]
  readonly serial_number?: string | readonly string[]
  readonly tag?: string | readonly string[]
  readonly bundles?: string | readonly string[]
  readonly status?: string | readonly string[]
  readonly session_status?: 'NA' | 'ONLINE' | 'OFFLINE'
  readonly subscription?: string | readonly string[]
  readonly module_type?: string | readonly string[]
  /** Rows a page; 10 unless told. */
  readonly limit?: number
  readonly search_type?: 'and' | 'or'
}

/** The search index, which the platform fills seconds late. */
export function queryCalls(call: Call) {
  return {
    /** Goes through the SIMs that match; values are parts of the text, of two characters or more. */
    sims(query: SimQuery = {}): AsyncIterable<Sim> {
      return paginate<Sim[], Sim>(
        call,
        { operationId: 'searchSims', method: 'GET', path: '/query/sims', query: { ...query }, repeat: 'safe' },
        (page) => page,
      )
    },
  }
}
