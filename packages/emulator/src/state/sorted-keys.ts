/** Keys in order, in chunks, so that adding one to a million costs no more than adding one to a few hundred. */
export interface SortedKeys {
  readonly chunks: string[][]
  size: number
}

/** An empty set of keys. */
export function createSortedKeys(): SortedKeys {
  return { chunks: [], size: 0 }
}

/** Adds a key; a key that is there already stays. */
export function addKey(keys: SortedKeys, key: string): void {
  const at = chunkOf(keys, key)
  const chunk = keys.chunks[at]
  if (chunk === undefined) {
    keys.chunks.push([key])
    keys.size += 1
    return
  }
  const position = positionIn(chunk, key)
  if (chunk[position] === key) return
  chunk.splice(position, 0, key)
  keys.size += 1
  if (chunk.length > chunkLimit) keys.chunks.splice(at + 1, 0, chunk.splice(chunkLimit >> 1))
}

/** Whether a key is there. */
export function hasKey(keys: SortedKeys, key: string): boolean {
  const chunk = keys.chunks[chunkOf(keys, key)] ?? []
  return chunk[positionIn(chunk, key)] === key
}

/** Removes a key if it is there. */
export function removeKey(keys: SortedKeys, key: string): void {
  const at = chunkOf(keys, key)
  const chunk = keys.chunks[at]
  if (chunk === undefined) return
  const position = positionIn(chunk, key)
  if (chunk[position] !== key) return
  chunk.splice(position, 1)
  keys.size -= 1
  if (chunk.length === 0) keys.chunks.splice(at, 1)
}

/** The keys in order, from the first that is greater than `after`, or from the beginning. */
export function* keysAfter(keys: SortedKeys, after?: string): Generator<string> {
  const first = after === undefined ? 0 : chunkOf(keys, after)
  for (let at = first; at < keys.chunks.length; at += 1) {
    const chunk = keys.chunks[at] ?? []
    let position = at === first && after !== undefined ? positionIn(chunk, after) : 0
    if (chunk[position] === after) position += 1
    for (; position < chunk.length; position += 1) yield chunk[position] as string
  }
}

/** The keys in reverse order, from the last that is not greater than `from`. */
export function* keysUpTo(keys: SortedKeys, from: string): Generator<string> {
  const first = chunkOf(keys, from)
  for (let at = first; at >= 0; at -= 1) {
    const chunk = keys.chunks[at] ?? []
    let position = chunk.length - 1
    if (at === first) {
      position = positionIn(chunk, from)
      if (chunk[position] !== from) position -= 1
    }
    for (; position >= 0; position -= 1) yield chunk[position] as string
  }
}

const chunkLimit = 512

// The index of the last chunk whose first key is not greater than the key.
function chunkOf({ chunks }: SortedKeys, key: string): number {
  let low = 0
  let high = chunks.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((chunks[middle]?.[0] ?? '') <= key) low = middle
    else high = middle - 1
  }
  return low
}

// The index of the first key in a chunk that is not less than the key.
function positionIn(chunk: readonly string[], key: string): number {
  let low = 0
  let high = chunk.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((chunk[middle] as string) < key) low = middle + 1
    else high = middle
  }
  return low
}
