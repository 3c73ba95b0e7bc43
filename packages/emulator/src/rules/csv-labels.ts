import type { CsvValue } from './csv.ts'

/** What of a SIM its columns in a CSV file say. */
export interface LabelledSim {
  readonly imsi: string
  readonly tags: ReadonlyMap<string, string>
  /** The name of its group. */
  readonly groupName: string | undefined
}

/** The columns at the end of the service's CSV files. */
export interface CsvLabels {
  readonly columns: readonly string[]
  /** The values of a SIM, one a column. */
  of(imsi: string): readonly CsvValue[]
}

/**
 * The columns at the end of the service's CSV files: one for each name of a tag, and one for the group (guide to the
 * billing CSV at users.soracom.io). They differ from file to file, with what the SIMs in it have.
 */
export function toCsvLabels(sims: Iterable<LabelledSim>): CsvLabels {
  const byImsi = new Map([...sims].map((sim) => [sim.imsi, sim]))
  const names = [...new Set([...byImsi.values()].flatMap(({ tags }) => [...tags.keys()]))].sort()
  const hasGroups = [...byImsi.values()].some(({ groupName }) => groupName !== undefined)
  return {
    columns: [...names, ...(hasGroups ? ['group'] : [])],
    of(imsi) {
      const sim = byImsi.get(imsi)
      const values = names.map((name) => sim?.tags.get(name) ?? '')
      return hasGroups ? [...values, sim?.groupName ?? ''] : values
    },
  }
}

/** No such columns. */
export const noCsvLabels: CsvLabels = Object.freeze({ columns: [], of: () => [] })
