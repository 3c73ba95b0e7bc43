/** Things to be done at a time, the earliest first: a binary heap. */
export interface TimeQueue {
  readonly heap: { readonly timeMs: number; readonly key: string }[]
}

/** An empty queue. */
export function createTimeQueue(): TimeQueue {
  return { heap: [] }
}

/** Puts a key into the queue. It may be in it several times; whoever takes it checks whether it still holds. */
export function enqueue({ heap }: TimeQueue, timeMs: number, key: string): void {
  heap.push({ timeMs, key })
  let at = heap.length - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (timeOf(heap, parent) <= timeOf(heap, at)) return
    swap(heap, at, parent)
    at = parent
  }
}

/** Takes the earliest entry that is due, or nothing. */
export function takeDue({ heap }: TimeQueue, nowMs: number): { timeMs: number; key: string } | undefined {
  const first = heap[0]
  if (first === undefined || first.timeMs > nowMs) return undefined
  const last = heap.pop()
  if (last !== undefined && heap.length > 0) {
    heap[0] = last
    sink(heap)
  }
  return first
}

type Heap = TimeQueue['heap']

function sink(heap: Heap): void {
  let at = 0
  for (;;) {
    const left = 2 * at + 1
    const smaller = timeOf(heap, left + 1) < timeOf(heap, left) ? left + 1 : left
    if (timeOf(heap, smaller) >= timeOf(heap, at)) return
    swap(heap, at, smaller)
    at = smaller
  }
}

function timeOf(heap: Heap, at: number): number {
  return heap[at]?.timeMs ?? Number.POSITIVE_INFINITY
}

function swap(heap: Heap, left: number, right: number): void {
  const entry = heap[left]
  const other = heap[right]
  if (entry === undefined || other === undefined) return
  heap[left] = other
  heap[right] = entry
}
