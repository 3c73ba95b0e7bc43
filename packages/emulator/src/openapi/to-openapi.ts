import { type ApiOperation, apiOperations, basePath } from '@soracom-fixtures/api'
import * as schemas from '@soracom-fixtures/api/schemas'
import { accountSchemas } from './account-schemas.ts'
import { operationSchemas } from './operation-schemas.ts'
import { type JsonSchema, toJsonSchema } from './to-json-schema.ts'

/** An OpenAPI 3.1 document. */
export interface OpenApiDocument {
  readonly openapi: '3.1.0'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly servers: readonly { readonly url: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, OpenApiOperation>>>>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>
    readonly securitySchemes: Readonly<Record<string, JsonSchema>>
  }
}

/** One operation of the document. */
export interface OpenApiOperation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly parameters?: readonly JsonSchema[]
  readonly requestBody?: JsonSchema
  readonly responses: Readonly<Record<string, JsonSchema>>
  readonly security: readonly JsonSchema[]
  /** Whether the emulator does it; it answers 501 to what it does not do. */
  readonly 'x-soracom-emulated': boolean
}

/** The API as the emulator has it: every operation, with the schemas that are known, and whether the emulator does it. */
export function toOpenApi(emulated: ReadonlySet<string>): OpenApiDocument {
  const paths: Record<string, Record<string, OpenApiOperation>> = {}
  for (const operation of apiOperations()) {
    const methods = paths[operation.path] ?? {}
    methods[operation.method.toLowerCase()] = toOperation(operation, emulated.has(operation.operationId))
    paths[operation.path] = methods
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'SORACOM API, as the emulator of its sandbox answers it',
      version: basePath.slice(1),
      description:
        'Names, paths and forms of the API. Operations with x-soracom-emulated: false are answered with 501.',
    },
    servers: [{ url: basePath }],
    paths,
    components: {
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([name, schema]) => [toName(name), toJsonSchema(schema, nameOf)]),
      ),
      securitySchemes: {
        apiKey: { type: 'apiKey', in: 'header', name: 'X-Soracom-API-Key' },
        apiToken: { type: 'apiKey', in: 'header', name: 'X-Soracom-Token' },
      },
    },
  }
}

function toOperation({ operationId, tag, path, authenticated }: ApiOperation, isEmulated: boolean): OpenApiOperation {
  const {
    request,
    answer,
    status = '2XX',
    query = [],
  } = operationSchemas[operationId] ?? accountSchemas[operationId] ?? {}
  const parameters = [...pathParameters(path), ...query.map(toQueryParameter)]
  return {
    operationId,
    tags: [tag],
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(request ? { requestBody: { content: toContent(request) } } : {}),
    responses: {
      [status]: toResponse(answer, query.includes('last_evaluated_key')),
      ...(isEmulated ? {} : { 501: { description: 'The emulator does not do this.', content: errorContent } }),
      default: { description: 'An error.', content: errorContent },
    },
    security: authenticated ? [{ apiKey: [], apiToken: [] }] : [],
    'x-soracom-emulated': isEmulated,
  }
}

function pathParameters(path: string): JsonSchema[] {
  return (path.match(/\{\w+\}/g) ?? []).map((part) => {
    return { name: part.slice(1, -1), in: 'path', required: true, schema: { type: 'string' } }
  })
}

function toQueryParameter(given: string): JsonSchema {
  const name = given.replace('!', '')
  const isNumber = name === 'limit' || name === 'from' || name === 'to'
  const schema = { type: isNumber ? 'integer' : 'string' }
  return { name, in: 'query', ...(name === given ? {} : { required: true }), schema }
}

function toResponse(answer: string | undefined, isPaged: boolean): JsonSchema {
  return {
    description: 'Done.',
    ...(isPaged ? { headers: { 'x-soracom-next-key': { schema: { type: 'string' } } } } : {}),
    ...(answer ? { content: toContent(answer) } : {}),
  }
}

function toContent(schemaName: string): JsonSchema {
  const $ref = `#/components/schemas/${toName(schemaName.replace('[]', ''))}`
  return { 'application/json': { schema: schemaName.endsWith('[]') ? { type: 'array', items: { $ref } } : { $ref } } }
}

const errorContent = toContent('apiErrorBodySchema')

// `groupSchema` → `Group`
function toName(schemaName: string): string {
  const name = schemaName.replace(/Schema$/, '')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

const names: ReadonlyMap<unknown, string> = new Map(
  Object.entries(schemas).map(([name, schema]) => [schema, toName(name)]),
)

function nameOf(schema: unknown): string | undefined {
  return names.get(schema)
}
