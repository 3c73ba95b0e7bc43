/**
 * Makes sure that a handle is what JSON carries.
 *
 * @throws {TypeError} that says what is not, where it stands and what to do.
 */
export function assertPlain(value: unknown, where: string): void {
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
