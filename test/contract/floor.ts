import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Coverage } from './coverage.ts'

/** What has been covered of each operation: its statuses, and how many documented fields of its answers. */
export type Floor = Readonly<Record<string, { readonly statuses: readonly number[]; readonly fields: number }>>

const path = join(import.meta.dirname, 'floor.json')

/** The floor that coverage must not fall beneath. */
export async function readFloor(): Promise<Floor> {
  return JSON.parse(await readFile(path, 'utf8'))
}

/** Writes the floor, an operation a line. */
export async function writeFloor(floor: Floor): Promise<void> {
  const lines = Object.entries(floor).map(([operationId, covered]) => `  "${operationId}": ${JSON.stringify(covered)}`)
  await writeFile(path, `{\n${lines.join(',\n')}\n}\n`)
}

/** What a coverage comes to, as a floor; operations in the order of their names. */
export function toFloor({ operations, statuses, fields }: Coverage): Floor {
  const floor: Record<string, { statuses: number[]; fields: number }> = {}
  for (const operationId of [...operations].sort()) floor[operationId] = { statuses: [], fields: 0 }
  for (const status of statuses) {
    const [operationId = '', code] = status.split(' ')
    floor[operationId]?.statuses.push(Number(code))
  }
  for (const field of fields) {
    const covered = floor[field.slice(0, field.indexOf(' '))]
    if (covered) covered.fields += 1
  }
  for (const covered of Object.values(floor)) covered.statuses.sort()
  return floor
}

/** Where a coverage is beneath a floor, and where it is above. */
export function compareFloors(
  committed: Floor,
  present: Floor,
): { readonly beneath: readonly string[]; readonly above: readonly string[] } {
  return { beneath: missingFrom(present, committed), above: missingFrom(committed, present) }
}

// What the second has and the first has not.
function missingFrom(lower: Floor, higher: Floor): string[] {
  return Object.entries(higher).flatMap(([operationId, { statuses, fields }]) => {
    const covered = lower[operationId]
    if (!covered) return [operationId]
    const missing = statuses.filter((status) => !covered.statuses.includes(status))
    return [
      ...missing.map((status) => `${operationId}: status ${status}`),
      ...(fields > covered.fields ? [`${operationId}: ${fields} fields, not ${covered.fields}`] : []),
    ]
  })
}
