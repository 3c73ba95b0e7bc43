import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { Ajv, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'
import { toJsonSchema } from './to-json-schema.ts'

/** What a published document says of one status of one operation. */
export interface PublishedAnswer {
  /** Undefined where the document describes no JSON body. */
  readonly schema: SchemaNode | undefined
  readonly validate: ValidateFunction | undefined
  readonly contentTypes: readonly string[]
}

/** A part of a document as JSON Schema. */
export type SchemaNode = Readonly<Record<string, unknown>>

/** One operation of a published document. */
export interface PublishedOperation {
  readonly operationId: string
  readonly method: string
  readonly path: string
  /** By status, as text. */
  readonly answers: ReadonlyMap<string, PublishedAnswer>
  /** Looks a `$ref` up. */
  readonly resolve: (reference: string) => SchemaNode
}

/** The published documents, by operation. */
export type Documents = ReadonlyMap<string, PublishedOperation>

/** Reads the published documents; `undefined` where their folder is not at hand. */
export async function openDocuments(): Promise<Documents | undefined> {
  const operations = new Map<string, PublishedOperation>()
  for (const file of ['soracom-sandbox-api.en.yaml', 'soracom-api.en.yaml']) {
    const text = await readFile(join(documentsFolder, file), 'utf8').catch(() => undefined)
    if (text === undefined) return undefined
    for (const operation of readOperations(toJsonSchema(parse(text)) as Document)) {
      operations.set(operation.operationId, operation)
    }
  }
  return operations
}

/** Where the documents are looked for: a folder that the environment names, else beside the repository. */
export const documentsFolder =
  process.env.SORACOM_DOCUMENTS ?? join(import.meta.dirname, '../../../shared/soracom/openapi')

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationNode>>>>
}

interface OperationNode {
  readonly operationId?: string
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { schema?: SchemaNode }>> }>>
}

// All operations of a document.
function* readOperations(document: Document): Generator<PublishedOperation> {
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false })
  addFormats.default(ajv)
  ajv.addSchema(document, 'document')
  const resolve = (reference: string) => lookUp(document, reference)
  for (const [path, methods] of Object.entries(document.paths)) {
    for (const [method, { operationId, responses }] of Object.entries(methods)) {
      if (operationId === undefined) continue
      const answers = new Map<string, PublishedAnswer>()
      for (const [status, { content = {} }] of Object.entries(responses)) {
        const schema = content['application/json']?.schema
        const pointer = ['paths', path, method, 'responses', status, 'content', 'application/json', 'schema']
        const reference = { $ref: `document#${toPointer(pointer)}` }
        answers.set(status, {
          schema,
          contentTypes: Object.keys(content),
          // Compiled when it is first asked for; the same reference is compiled once.
          get validate() {
            return schema && ajv.compile(reference)
          },
        })
      }
      yield { operationId, method: method.toUpperCase(), path, answers, resolve }
    }
  }
}

function toPointer(parts: readonly string[]): string {
  return parts.map((part) => `/${encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('')
}

function lookUp(document: unknown, reference: string): SchemaNode {
  let node = document
  for (const part of reference.replace('#/', '').split('/')) {
    node = (node as Record<string, unknown>)[part.replaceAll('~1', '/').replaceAll('~0', '~')]
  }
  return node as SchemaNode
}
