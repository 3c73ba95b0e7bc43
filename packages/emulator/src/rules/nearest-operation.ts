import { type ApiOperation, apiOperations, basePath } from '@soracom-fixtures/api'

/** The operation that somebody who asked for a path most likely meant, or nothing where none is near. */
export function nearestOperation(method: string, path: string): ApiOperation | undefined {
  const hasBase = path.startsWith(`${basePath}/`)
  const below = path.slice(hasBase ? basePath.length : 0, longestPath)
  const asked = below.split('/').filter(Boolean).slice(0, mostSegments)
  let nearest: ApiOperation | undefined
  let least = farthest - (hasBase ? 0 : withoutBase)
  for (const operation of apiOperations()) {
    const segments = operation.path.split('/').filter(Boolean)
    if (Math.abs(segments.length - asked.length) > least) continue
    const distance = distanceOf(asked, segments) + (operation.method === method ? 0 : otherMethod)
    if (distance >= least) continue
    least = distance
    nearest = operation
  }
  return nearest
}

// One segment may be missing or too many, or some misspelt; more is another path.
const farthest = 1.1
const withoutBase = 0.5
const otherMethod = 0.5
const longestPath = 300
const mostSegments = 12

// How far two paths are apart: what it takes to make one of the other, segment by segment.
function distanceOf(asked: readonly string[], segments: readonly string[]): number {
  return edits(asked.length, segments.length, (left, right) => substitution(asked[left] ?? '', segments[right] ?? ''))
}

function substitution(word: string, segment: string): number {
  // A word without a digit is more likely a name of the API than an ID.
  if (segment.startsWith('{')) return /\d|%40|@/.test(word) ? 0.05 : 0.4
  if (word === segment) return 0
  const [left, right] = [word.toLowerCase(), segment.toLowerCase()]
  const differing = edits(left.length, right.length, (at, other) => (left[at] === right[other] ? 0 : 1))
  const share = differing / Math.max(left.length, right.length)
  return share > 0.5 ? 2 : Math.max(share, 0.01)
}

// The edit distance of two rows, by what it costs to put an item of one for an item of the other.
function edits(length: number, otherLength: number, cost: (at: number, other: number) => number): number {
  let row = Array.from({ length: otherLength + 1 }, (_, index) => index)
  for (let at = 0; at < length; at += 1) {
    const next = [at + 1]
    for (let other = 0; other < otherLength; other += 1) {
      const put = (row[other] ?? 0) + cost(at, other)
      next.push(Math.min(put, (row[other + 1] ?? 0) + 1, (next[other] ?? 0) + 1))
    }
    row = next
  }
  return row[otherLength] ?? 0
}
