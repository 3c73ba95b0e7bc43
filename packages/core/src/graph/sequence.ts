/** An order of nodes in which each comes after what it waits for, and how deep each one lies. */
export interface Sequence<Node> {
  readonly order: readonly Node[]
  /** The longest chain of nodes that leads to each node; 0 for one that waits for nothing. */
  readonly depth: ReadonlyMap<Node, number>
  /** The nodes of one circle, first and last the same, where there is any. */
  readonly circle: readonly Node[] | undefined
}

/** Puts the nodes of a graph in order. Knows nothing of what a node is; costs nodes plus edges. */
export function sequence<Node>(nodes: Iterable<Node>, waitsFor: (node: Node) => Iterable<Node>): Sequence<Node> {
  const order: Node[] = []
  const depth = new Map<Node, number>()
  const open = new Map<Node, Iterator<Node>>()
  for (const root of nodes) {
    if (depth.has(root)) continue
    const path = [root]
    open.set(root, waitsFor(root)[Symbol.iterator]())
    while (path.length > 0) {
      const node = path.at(-1) as Node
      const next = open.get(node)?.next()
      if (next && !next.done) {
        if (open.has(next.value)) {
          return { order, depth, circle: [...path.slice(path.indexOf(next.value)), next.value] }
        }
        if (!depth.has(next.value)) {
          path.push(next.value)
          open.set(next.value, waitsFor(next.value)[Symbol.iterator]())
        }
      } else {
        path.pop()
        open.delete(node)
        order.push(node)
        depth.set(node, depthOf(node, waitsFor, depth))
      }
    }
  }
  return { order, depth, circle: undefined }
}

function depthOf<Node>(node: Node, waitsFor: (node: Node) => Iterable<Node>, depth: Map<Node, number>): number {
  let deepest = -1
  for (const before of waitsFor(node)) deepest = Math.max(deepest, depth.get(before) ?? 0)
  return deepest + 1
}
