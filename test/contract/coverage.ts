import { apiOperations } from '@soracom-fixtures/api'

/** What has been held against the documents so far. */
export interface Coverage {
  readonly operations: Set<string>
  /** `operation status`. */
  readonly statuses: Set<string>
  /** `operation status field`. */
  readonly fields: Set<string>
}

/** Nothing so far. */
export function createCoverage(): Coverage {
  return { operations: new Set(), statuses: new Set(), fields: new Set() }
}

/** Counts an answer. An operation is not covered by its being not done yet (501), nor by refusing a stranger (401). */
export function noteAnswer(coverage: Coverage, operationId: string, status: number, fields: readonly string[]): void {
  if (status === 501) return
  if (status !== 401) coverage.operations.add(operationId)
  coverage.statuses.add(`${operationId} ${status}`)
  for (const field of fields) coverage.fields.add(`${operationId} ${status} ${field}`)
}

/** The operations that matter to fixtures: priorities 1 to 3 of the description, and those that older clients call. */
export function operationsThatMatter(): readonly string[] {
  return apiOperations()
    .filter(({ priority, operationId }) => priority <= 3 || operationId === 'registerPayjpPaymentMethod')
    .map(({ operationId }) => operationId)
}

/** One line that tells how much is covered. */
export function toCoverageLine({ operations, statuses, fields }: Coverage): string {
  const matter = operationsThatMatter()
  const covered = matter.filter((operationId) => operations.has(operationId)).length
  return `contract: operations ${covered} of ${matter.length}, statuses ${statuses.size}, fields ${fields.size}`
}
