/**
 * Gives back what `encode` was given.
 *
 * @throws {TypeError} for what `encode` never writes.
 */
export function decode(encoded: unknown): unknown {
  const shared = new Map<unknown, object>()

  function read(item: unknown, id?: unknown): unknown {
    if (typeof item !== 'object' || item === null) return item
    // Known by its number before its parts are read, since they may refer to it.
    const keep = <Made extends object>(made: Made): Made => {
      if (id !== undefined) shared.set(id, made)
      return made
    }
    if (Array.isArray(item)) return fillArray(keep([]), item)
    if (!Object.hasOwn(item, '$')) return fillObject(keep({}), Object.entries(item))
    return readMarked(item as Marked, keep)
  }

  function readMarked(item: Marked, keep: <Made extends object>(made: Made) => Made): unknown {
    switch (item.$) {
      case 'undefined':
        return undefined
      case 'number':
        return Number(item.text)
      case 'bigint':
        return BigInt(String(item.text))
      case 'date':
        return keep(new Date(Number(item.timeMs)))
      case 'bytes':
        return keep(readBytes(item))
      case 'map': {
        const map = keep(new Map<unknown, unknown>())
        for (const [key, part] of pairsOf(item.entries)) map.set(read(key), read(part))
        return map
      }
      case 'set': {
        const set = keep(new Set<unknown>())
        for (const part of arrayOf(item.values)) set.add(read(part))
        return set
      }
      case 'object':
        return fillObject(keep({}), pairsOf(item.entries))
      case 'bare':
        return fillObject(keep(Object.create(null)), pairsOf(item.entries))
      case 'shared':
        return read(item.value, item.id)
      case 'ref': {
        const made = shared.get(item.id)
        if (!made) throw new TypeError(`the snapshot refers to a part that is not there: ${String(item.id)}`)
        return made
      }
      default:
        throw new TypeError(`the snapshot has a part of an unknown kind: ${String(item.$)}`)
    }
  }

  function fillArray(made: unknown[], parts: readonly unknown[]): unknown[] {
    for (const part of parts) made.push(read(part))
    return made
  }

  function fillObject(made: object, entries: readonly (readonly [unknown, unknown])[]): object {
    for (const [key, part] of entries) {
      // Defined, since assigning to `__proto__` would change the object's prototype.
      Object.defineProperty(made, String(key), {
        value: read(part),
        writable: true,
        enumerable: true,
        configurable: true,
      })
    }
    return made
  }

  return read(encoded)
}

type Marked = Readonly<Record<string, unknown>>

function arrayOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new TypeError('the snapshot has a collection without its parts')
  return value
}

function pairsOf(value: unknown): readonly (readonly [unknown, unknown])[] {
  return arrayOf(value).map((pair) => {
    const [key, part] = arrayOf(pair)
    return [key, part]
  })
}

function readBytes({ type, base64 }: Marked): object {
  const bytes = Uint8Array.from(Buffer.from(String(base64), 'base64'))
  if (type === 'Buffer') return Buffer.from(bytes)
  const makers = [
    ...[Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array],
    ...[Float32Array, Float64Array, BigInt64Array, BigUint64Array],
  ]
  const Maker = makers.find(({ name }) => name === type)
  if (!Maker) throw new TypeError(`the snapshot has bytes of an unknown kind: ${String(type)}`)
  return new Maker(bytes.buffer)
}
