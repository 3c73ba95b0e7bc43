import type { Documents, PublishedAnswer, PublishedOperation } from './documents.ts'
import { fieldsOf } from './fields-of.ts'

/** What came back. */
export interface Answer {
  readonly status: number
  readonly contentType: string | null
  /** Parsed JSON, or the text where it is none; `undefined` where there was nothing. */
  readonly body: unknown
}

/** Where an answer is not what its document says. `what` holds no value of the answer, so that it can be listed. */
export interface Difference {
  readonly operationId: string
  readonly what: string
}

/** Holds an answer against its document, and tells the documented fields that it has. */
export function checkAnswer(
  documents: Documents,
  operationId: string,
  answer: Answer,
): { readonly differences: readonly Difference[]; readonly fields: readonly string[] } {
  // That the emulator does not do an operation is a gap in its coverage, and no difference.
  if (answer.status === 501) return toResult(operationId, checkError(answer), [])
  const operation = documents.get(operationId)
  if (!operation) return toResult(operationId, ['is in no document'], [])
  const published = operation.answers.get(String(answer.status))
  if (!published) {
    return toResult(operationId, [`status ${answer.status} is not listed`, ...checkError(answer)], [])
  }
  if (answer.status >= 400) return toResult(operationId, checkError(answer), [])
  const { whats, fields } = checkBody(operation, published, answer)
  return toResult(operationId, [...checkContentType(published, answer), ...whats], fields)
}

function toResult(operationId: string, whats: readonly string[], fields: readonly string[]) {
  return { differences: [...new Set(whats)].map((what) => ({ operationId, what })), fields }
}

// Clients never saw the documents' `APICallError`; what they saw is a code and a sentence.
function checkError({ status, body }: Answer): string[] {
  if (status < 400) return []
  const { code, message } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>
  const isError = typeof code === 'string' && /^[A-Z]{3}\d{4}$/.test(code) && typeof message === 'string'
  return isError ? [] : [`status ${status} without a code and a message`]
}

function checkContentType({ contentTypes }: PublishedAnswer, { contentType, body }: Answer): string[] {
  if (contentTypes.length === 0 || body === undefined) return []
  const type = contentType?.split(';')[0]?.trim() ?? 'none'
  return contentTypes.includes(type) ? [] : [`content type ${type}`]
}

function checkBody(
  { resolve }: PublishedOperation,
  { schema, validate }: PublishedAnswer,
  { status, body }: Answer,
): { readonly whats: readonly string[]; readonly fields: readonly string[] } {
  if (!schema || !validate) return { whats: body === undefined ? [] : ['a body where none is described'], fields: [] }
  // The documents describe bodies of some 204s, which HTTP sends without.
  if (body === undefined) return { whats: status === 204 ? [] : ['no body where one is described'], fields: [] }
  const { known, unknown, nulls } = fieldsOf(body, schema, resolve)
  const whats = [...unknown].map((field) => `${field} is not in the schema`)
  if (!validate(body)) {
    for (const { instancePath, keyword, message = '' } of validate.errors ?? []) {
      const field = instancePath.replace(/\/\d+(?=\/|$)/g, '/*')
      // A null is one difference, whatever else the schema wanted of it.
      if (isNullAt(body, instancePath)) whats.push(`${field} is null`)
      else if (!(combining.has(keyword) && nulls.size > 0)) whats.push(`${field || '/'} ${message}`)
    }
  }
  return { whats, fields: [...known] }
}

const combining = new Set(['oneOf', 'anyOf', 'allOf'])

function isNullAt(body: unknown, pointer: string): boolean {
  let value = body
  for (const part of pointer.split('/').slice(1)) {
    value = (value as Record<string, unknown>)[part.replaceAll('~1', '/').replaceAll('~0', '~')]
  }
  return value === null && pointer !== ''
}
