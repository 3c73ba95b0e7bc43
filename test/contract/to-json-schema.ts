/** Turns what OpenAPI 3.0 writes in its own way into JSON Schema: `nullable` becomes a type and a value. */
export function toJsonSchema(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(toJsonSchema)
  if (typeof node !== 'object' || node === null) return node
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, toJsonSchema(value)]),
  )
  if (nullable !== true) return nullable === undefined || nullable === false ? rest : { nullable, ...rest }
  return {
    ...rest,
    ...(typeof rest.type === 'string' ? { type: [rest.type, 'null'] } : {}),
    ...(Array.isArray(rest.enum) ? { enum: [...rest.enum, null] } : {}),
  }
}
