import { type ApiOperation, apiOperations, basePath } from '@soracom-fixtures/api'

/** Finds the operation that somebody who asked for a path most likely meant, or nothing where none is near. */
export type NearestOperation = (method: string, path: string) => ApiOperation | undefined

/**
 * A search for the nearest operation. What it needs of the API's paths is made ready by the first search; a client that
 * asks for what is not there often asks for the same, so that the last words that it asked for are remembered.
 */
export function createNearestOperation(): NearestOperation {
  let known: readonly KnownPath[] | undefined
  const remembered: Substitutions = new Map()
  return (method, path) => {
    known ??= toKnownPaths()
    return findNearest(known, remembered, method, path)
  }
}

interface KnownPath {
  readonly operation: ApiOperation
  readonly segments: readonly string[]
}

/** By asked word, what it costs to put each segment of the API for it. */
type Substitutions = Map<string, Map<string, number>>

function toKnownPaths(): readonly KnownPath[] {
  return apiOperations().map((operation) => ({ operation, segments: operation.path.split('/').filter(Boolean) }))
}

function findNearest(
  known: readonly KnownPath[],
  remembered: Substitutions,
  method: string,
  path: string,
): ApiOperation | undefined {
  const base = someBase.exec(path)?.[0]
  const hasBase = base !== undefined
  const below = path.slice(base?.length ?? 0, longestPath)
  const asked = below.split('/').filter(Boolean).slice(0, mostSegments)
  const costs = asked.map((word) => recall(remembered, word))
  let nearest: ApiOperation | undefined
  let least = farthest - (hasBase ? 0 : withoutBase)
  for (const { operation, segments } of known) {
    const others = operation.method === method ? 0 : otherMethod
    const missed = Math.abs(segments.length - asked.length)
    if (missed > 1 || missed + others >= least) continue
    const distance = distanceOf(asked, segments, costs, least - others) + others
    if (distance >= least) continue
    least = distance
    nearest = operation
  }
  return nearest
}

// An endpoint that ends in a slash makes the path begin with two.
const someBase = new RegExp(`^/*${basePath}(?=/)`, 'i')
// One segment may be missing or too many, or some misspelt; more is another path.
const farthest = 1.1
const withoutBase = 0.5
const otherMethod = 0.5
const longestPath = 300
const mostSegments = 12
const mostRemembered = 200

// What is known of a word; the oldest is forgotten for it where there are too many.
function recall(remembered: Substitutions, word: string): Map<string, number> {
  const costs = remembered.get(word) ?? new Map<string, number>()
  remembered.delete(word)
  remembered.set(word, costs)
  const [oldest] = remembered.size > mostRemembered ? remembered.keys() : []
  if (oldest !== undefined) remembered.delete(oldest)
  return costs
}

// How far two paths are apart, or the limit where that is further. Only one segment may be missing or too many, and what
// stands before and behind it is put for what stands there.
function distanceOf(
  asked: readonly string[],
  segments: readonly string[],
  costs: readonly Map<string, number>[],
  limit: number,
): number {
  const tooMany = asked.length > segments.length ? 1 : 0
  const missing = asked.length < segments.length ? 1 : 0
  const shortest = Math.min(asked.length, segments.length)
  const missed = tooMany + missing
  let least = limit
  let before = missed
  for (let gap = 0; gap <= shortest && before < least; gap += 1) {
    let distance = before
    for (let at = gap; at < shortest && distance < least; at += 1) {
      distance += costOf(asked[at + tooMany], segments[at + missing], costs[at + tooMany])
    }
    least = Math.min(least, distance)
    if (missed === 0) break
    if (gap < shortest) before += costOf(asked[gap], segments[gap], costs[gap])
  }
  return least
}

function costOf(word = '', segment = '', costs?: Map<string, number>): number {
  let known = costs?.get(segment)
  if (known === undefined) {
    known = substitution(word, segment)
    costs?.set(segment, known)
  }
  return known
}

function substitution(word: string, segment: string): number {
  // A word without a digit is more likely a name of the API than an ID.
  if (segment.startsWith('{')) return /\d|%40|@/.test(word) ? 0.05 : 0.4
  if (word === segment) return 0
  const [left, right] = [word.toLowerCase(), segment.toLowerCase()]
  const longest = Math.max(left.length, right.length)
  // Each letter that one is longer is an edit.
  if (Math.abs(left.length - right.length) > longest / 2) return 2
  const most = longest / 2 + 1
  const differing = edits(left, right, most)
  const share = differing / longest
  return share > 0.5 ? 2 : Math.max(share, 0.01)
}

// How many letters of one word must change for the other, or the limit where those are more.
function edits(left: string, right: string, limit: number): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index)
  for (let at = 0; at < left.length; at += 1) {
    const next = [at + 1]
    let lowest = at + 1
    for (let other = 0; other < right.length; other += 1) {
      const put = (row[other] ?? 0) + (left[at] === right[other] ? 0 : 1)
      const value = Math.min(put, (row[other + 1] ?? 0) + 1, (next[other] ?? 0) + 1)
      next.push(value)
      if (value < lowest) lowest = value
    }
    if (lowest >= limit) return limit
    row = next
  }
  return row[right.length] ?? 0
}
