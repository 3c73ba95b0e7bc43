/** Plain data as it is; throws for what JSON does not carry, and says where it stands. */
export function toPlainData(handle: unknown): unknown {
  assertPlain(handle, 'the handle')
  return handle
}

/** Data of another process as a handle: frozen, like every handle. */
export function fromPlainData(data: unknown): unknown {
  return deepFreeze(data)
}

function assertPlain(value: unknown, where: string): void {
  if (value === null || value === undefined || ['string', 'boolean'].includes(typeof value)) return
  if (typeof value === 'number' && Number.isFinite(value)) return
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries()) assertPlain(one, `${where}[${index}]`)
    return
  }
  const prototype: unknown = typeof value === 'object' ? Object.getPrototypeOf(value) : undefined
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(
      `${where} is no plain data (${describeKind(value)}), so that it cannot pass to another process. ` +
        'Give the resource share: { toData, fromData } in defineResource, or use it in a set of another scope.',
    )
  }
  for (const [name, one] of Object.entries(value as object)) assertPlain(one, `${where}.${name}`)
}

function describeKind(value: unknown): string {
  if (typeof value === 'object' && value !== null) return `an instance of ${value.constructor?.name ?? 'a class'}`
  return `a ${typeof value}`
}

function deepFreeze(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  for (const one of Object.values(value)) deepFreeze(one)
  return Object.freeze(value)
}
