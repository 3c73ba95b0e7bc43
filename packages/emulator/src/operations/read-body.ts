import * as v from 'valibot'
import { ApiFailure } from './api-failure.ts'

/**
 * Reads a request body by its schema. What is wrong is told as the service tells it: COM0008, with the complaints joined
 * without a separator (seen in tests of the Swift client). Keys that the schema does not know are passed over.
 */
export function readBody<Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, body ?? {})
  if (result.success) return result.output
  throw new ApiFailure('COM0008', [result.issues.map(toComplaint).join('')])
}

function toComplaint(issue: v.BaseIssue<unknown>): string {
  const path = issue.path?.map(({ key }) => String(key)).join('.') ?? 'body'
  const isMissing = issue.received === 'undefined' || issue.received === 'null'
  return `${isMissing ? 'may not be empty' : 'invalid value'}:${path}`
}
