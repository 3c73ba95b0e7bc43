import { createEmulator } from '@soracom-fixtures/emulator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import type { RecordedAnswer } from './recorder.ts'

/** The OpenAPI document that the emulator gives of itself. */
export interface OwnDocument {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, OwnOperation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}

/** One operation of the document. */
export interface OwnOperation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly parameters?: readonly { readonly name: string; readonly in: string }[]
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema: object }>> }>>
  readonly 'x-soracom-emulated': boolean
}

/** Asks an emulator for its document. */
export async function readOwnDocument(): Promise<OwnDocument> {
  const { body } = await createEmulator().handle({ method: 'GET', url: '/openapi.json' })
  return JSON.parse(body)
}

/** Compiles a schema of the document, or one of its parts. */
export function toCompiler({ components }: OwnDocument) {
  const ajv = new Ajv2020({ strict: true, allErrors: true, strictTypes: false })
  ajv.addKeyword('components')
  ajv.addSchema({ $id: 'document', components }, 'document')
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>()
  return (schema: object) => {
    const text = JSON.stringify(schema).replaceAll('"#/', '"document#/')
    const validate = compiled.get(text) ?? ajv.compile(JSON.parse(text))
    compiled.set(text, validate)
    return validate
  }
}

/** Where answers are not what the document says: an operation, its status and what is wrong. */
export function differencesFromOwn(document: OwnDocument, answers: readonly RecordedAnswer[]): string[] {
  const compile = toCompiler(document)
  const operations = new Map(
    Object.values(document.paths).flatMap((methods) =>
      Object.values(methods).map((operation) => [operation.operationId, operation] as const),
    ),
  )
  const differences = answers.flatMap(({ operationId, status, body }) => {
    const { responses = {} } = operations.get(operationId) ?? {}
    const answer = responses[status] ?? (status < 400 ? responses['2XX'] : responses.default)
    if (!answer) return [`${operationId} ${status} is not described`]
    const schema = answer.content?.['application/json']?.schema
    // What is not known of an operation is not described.
    if (!schema) return body === undefined || responses['2XX'] ? [] : [`${operationId} ${status} has a body`]
    const validate = compile(schema)
    if (validate(body)) return []
    return (validate.errors ?? []).map((error) => `${operationId} ${status} ${error.instancePath} ${error.message}`)
  })
  return [...new Set(differences)]
}
