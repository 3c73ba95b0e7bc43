import type { Sim } from '@soracom-fixtures/api'
import type { Call } from './call.ts'
import { paginate } from './paginate.ts'

/** What SIMs are searched by, in the words of the API. */
export type SimQuery = {
  readonly name?: string
  readonly group?: string
  readonly sim_id?: string
  readonly imsi?: string
  readonly msisdn?: string
  readonly iccid?: string
  readonly serial_number?: string
  readonly tag?: string
  readonly bundles?: string
  readonly status?: string
  readonly session_status?: 'NA' | 'ONLINE' | 'OFFLINE'
  readonly subscription?: string
  readonly module_type?: string
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
        { operationId: 'searchSims', method: 'GET', path: '/query/sims', query: { ...query } },
        (page) => page,
      )
    },
  }
}
