/** A part of a JSON Schema (2020-12, as OpenAPI 3.1 has it). */
export type JsonSchema = Readonly<Record<string, unknown>>

/**
 * A valibot schema as JSON Schema, for the kinds of schema that the API's description uses. `refer` gives the name of a
 * schema that stands apart, to be referred to instead of being written again.
 *
 * @throws {TypeError} for a kind of schema that it does not know, so that none is described wrongly.
 */
export function toJsonSchema(schema: unknown, refer: (schema: unknown) => string | undefined): JsonSchema {
  const write = (part: unknown): JsonSchema => {
    const name = refer(part)
    return name === undefined ? toJsonSchema(part, refer) : { $ref: `#/components/schemas/${name}` }
  }
  const node = schema as SchemaNode
  switch (node.type) {
    case 'string':
    case 'boolean':
      return { type: node.type }
    case 'number':
      return toNumber(node.pipe ?? [])
    case 'literal':
      return { const: node.literal }
    case 'unknown':
      return {}
    case 'picklist':
      return { type: 'string', enum: [...(node.options ?? [])] }
    case 'array':
      return { type: 'array', items: write(node.item) }
    case 'record':
      return { type: 'object', additionalProperties: write(node.value) }
    case 'nullable':
      return nullable(write(node.wrapped))
    case 'exact_optional':
    case 'optional':
      return write(node.wrapped)
    case 'union':
      return { anyOf: (node.options ?? []).map(write) }
    case 'object':
      return toObject(node.entries ?? {}, write)
    default:
      throw new TypeError(`No JSON Schema is known for a schema of the type ${String(node.type)}`)
  }
}

interface SchemaNode {
  readonly type: string
  readonly literal?: unknown
  /** What the value goes through; the schema itself is the first. */
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[]
  readonly options?: readonly unknown[]
  readonly item?: unknown
  readonly value?: unknown
  readonly wrapped?: unknown
  readonly entries?: Readonly<Record<string, unknown>>
}

function toNumber(pipe: NonNullable<SchemaNode['pipe']>): JsonSchema {
  const isInteger = pipe.some(({ type }) => type === 'integer')
  const bounds = pipe.flatMap(({ type, requirement }) => {
    if (type === 'min_value') return [['minimum', requirement]]
    return type === 'max_value' ? [['maximum', requirement]] : []
  })
  return { type: isInteger ? 'integer' : 'number', ...Object.fromEntries(bounds) }
}

function toObject(entries: Readonly<Record<string, unknown>>, write: (part: unknown) => JsonSchema): JsonSchema {
  const fields = Object.entries(entries)
  const required = fields.filter(([, field]) => !isOptional(field)).map(([name]) => name)
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([name, field]) => [name, write(field)])),
    ...(required.length > 0 ? { required } : {}),
  }
}

function isOptional(field: unknown): boolean {
  const { type } = field as SchemaNode
  return type === 'exact_optional' || type === 'optional'
}

function nullable(schema: JsonSchema): JsonSchema {
  if (typeof schema.type === 'string' && schema.enum === undefined) return { ...schema, type: [schema.type, 'null'] }
  // Anything is null too.
  return Object.keys(schema).length === 0 ? schema : { anyOf: [schema, { type: 'null' }] }
}
