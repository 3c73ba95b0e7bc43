import * as v from 'valibot'
import { isObject } from '../rules/is-object.ts'
import { ApiFailure } from './api-failure.ts'

/**
 * Reads a request body by its schema. What is wrong is told as the service tells it: COM0008, with the complaints joined
 * without a separator (seen in tests of the Swift client). Keys that the schema does not know are passed over. An empty
 * text is no body, since a client in Python sends one where it has none; a key that is null is one that is left out, as
 * clients write out all fields of theirs.
 */
export function readBody<Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> {
  const given = body === undefined || body === null || body === '' ? {} : body
  const first = v.safeParse(schema, given)
  if (first.success) return first.output
  const result = hasNulls(given) ? v.safeParse(schema, withoutNulls(given)) : first
  if (result.success) return result.output
  throw new ApiFailure('COM0008', [result.issues.map(toComplaint).join('')])
}

function hasNulls(body: unknown): body is object {
  return isObject(body) && Object.values(body).includes(null)
}

function withoutNulls(body: object): object {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null))
}

function toComplaint(issue: v.BaseIssue<unknown>): string {
  const path = issue.path?.map(({ key }) => String(key)).join('.') ?? 'body'
  const isMissing = issue.received === 'undefined' || issue.received === 'null'
  return `${isMissing ? 'may not be empty' : 'invalid value'}:${path}`
}
