/**
 * Data that JSON can hold, made of any data of plain objects, arrays, Maps, Sets, typed arrays, dates and primitives,
 * `undefined` and non-finite numbers too. What JSON has no form for is an object with the field `$`. An object that is
 * held in several places is written once and referred to, so that it is one object again when it is read.
 *
 * @throws {TypeError} for a function, a symbol or an instance of a class, with the place where it stands.
 */
export function encode(value: unknown): unknown {
  const shared = findShared(value)
  const ids = new Map<object, number>()
  const place: string[] = []

  function write(item: unknown): unknown {
    if (typeof item !== 'object' || item === null) return writePrimitive(item, place)
    const id = ids.get(item)
    if (id !== undefined) return { $: 'ref', id }
    if (!shared.has(item)) return writeObject(item)
    ids.set(item, ids.size)
    return { $: 'shared', id: ids.size - 1, value: writeObject(item) }
  }

  function writeObject(item: object): unknown {
    if (Array.isArray(item)) return item.map((part, index) => writeAt(String(index), part))
    if (item instanceof Map) {
      return { $: 'map', entries: [...item].map(([key, part]) => [writeAt('key', key), writeAt(String(key), part)]) }
    }
    if (item instanceof Set) return { $: 'set', values: [...item].map((part) => writeAt('value', part)) }
    if (item instanceof Date) return { $: 'date', timeMs: item.getTime() }
    if (ArrayBuffer.isView(item)) {
      const bytes = Buffer.from(item.buffer, item.byteOffset, item.byteLength)
      return { $: 'bytes', type: item.constructor.name, base64: bytes.toString('base64') }
    }
    const prototype = Object.getPrototypeOf(item)
    if (prototype !== Object.prototype && prototype !== null) {
      throw new TypeError(`An instance of ${prototype.constructor?.name} cannot be kept: ${place.join('.')}`)
    }
    const entries = Object.entries(item).map(([key, part]) => [key, writeAt(key, part)] as const)
    if (prototype === null) return { $: 'bare', entries }
    return Object.hasOwn(item, '$') ? { $: 'object', entries } : Object.fromEntries(entries)
  }

  function writeAt(name: string, part: unknown): unknown {
    place.push(name)
    const written = write(part)
    place.pop()
    return written
  }

  return write(value)
}

function writePrimitive(item: unknown, place: readonly string[]): unknown {
  switch (typeof item) {
    case 'undefined':
      return { $: 'undefined' }
    case 'bigint':
      return { $: 'bigint', text: String(item) }
    case 'number':
      return Number.isFinite(item) && !Object.is(item, -0)
        ? item
        : { $: 'number', text: Object.is(item, -0) ? '-0' : String(item) }
    case 'function':
    case 'symbol':
      throw new TypeError(`A ${typeof item} cannot be kept: ${place.join('.')}`)
    default:
      return item
  }
}

// The objects that are held in more than one place.
function findShared(value: unknown): ReadonlySet<object> {
  const seen = new Set<object>()
  const shared = new Set<object>()
  const waiting: unknown[] = [value]
  while (waiting.length > 0) {
    const item = waiting.pop()
    if (typeof item !== 'object' || item === null) continue
    if (seen.has(item)) {
      shared.add(item)
      continue
    }
    seen.add(item)
    if (ArrayBuffer.isView(item)) continue
    if (item instanceof Map) for (const [key, part] of item) waiting.push(key, part)
    else for (const part of item instanceof Set ? item : Object.values(item)) waiting.push(part)
  }
  return shared
}
