import type { SchemaNode } from './documents.ts'

/** The fields of a body, by where they are: array items as `*`, keys of a map as `*`. */
export interface BodyFields {
  /** Fields that the schema has. */
  readonly known: ReadonlySet<string>
  /** Fields that an object with listed properties has beyond them. */
  readonly unknown: ReadonlySet<string>
  /** Known fields that are null. */
  readonly nulls: ReadonlySet<string>
}

/** Walks a body along its schema. */
export function fieldsOf(body: unknown, schema: SchemaNode, resolve: (reference: string) => SchemaNode): BodyFields {
  const known = new Set<string>()
  const unknown = new Set<string>()
  const nulls = new Set<string>()
  walk(body, [schema], '')
  return { known, unknown, nulls }

  // A value, and the schemas that speak of it.
  function walk(value: unknown, schemas: readonly SchemaNode[], at: string): void {
    const parts = schemas.flatMap((part) => flatten(part, resolve))
    if (Array.isArray(value)) {
      const items = parts.flatMap(({ items }) => (items ? [items as SchemaNode] : []))
      for (const item of value) walk(item, items, `${at}/*`)
    } else if (typeof value === 'object' && value !== null) {
      walkObject(value, parts, at)
    }
  }

  function walkObject(value: object, parts: readonly SchemaNode[], at: string): void {
    const listed = parts.flatMap(({ properties }) => (properties ? [properties as Record<string, SchemaNode>] : []))
    const maps = parts.flatMap(({ additionalProperties }) =>
      isSchema(additionalProperties) ? [additionalProperties] : [],
    )
    const isOpen = parts.some(({ additionalProperties }) => additionalProperties === true) || listed.length === 0
    for (const [name, inner] of Object.entries(value)) {
      const own = listed.map((properties) => properties[name]).filter((schema) => schema !== undefined)
      const path = own.length > 0 ? `${at}/${name}` : `${at}/*`
      if (own.length > 0) known.add(path)
      else if (maps.length === 0 && !isOpen) unknown.add(`${at}/${name}`)
      if (inner === null && own.length > 0) nulls.add(path)
      else walk(inner, own.length > 0 ? own : maps, path)
    }
  }
}

// A schema with what it refers to and what it is put together from.
function flatten(schema: SchemaNode, resolve: (reference: string) => SchemaNode): SchemaNode[] {
  if (typeof schema.$ref === 'string') return flatten(resolve(schema.$ref), resolve)
  const inner = ['allOf', 'oneOf', 'anyOf'].flatMap((key) => (schema[key] as readonly SchemaNode[] | undefined) ?? [])
  return [schema, ...inner.flatMap((part) => flatten(part, resolve))]
}

function isSchema(value: unknown): value is SchemaNode {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
}
