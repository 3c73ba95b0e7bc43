/** An order of nodes in which each comes after what it waits for, and how deep each one lies. */
export interface Sequence<Node> {
  readonly order: readonly Node[]
  /** The longest chain of nodes that leads to each node; 0 for one that waits for nothing. */
  readonly depth: ReadonlyMap<Node, number>
  /** The nodes of one circle, first and last the same, where there is any. */
  readonly circle: readonly Node[] | undefined
}

// What stands for the depth of a node that is being walked.
const onPath = -1

/** Puts the nodes of a graph in order. Knows nothing of what a node is; costs nodes plus edges. */
export function sequence<Node>(nodes: Iterable<Node>, waitsFor: (node: Node) => readonly Node[]): Sequence<Node> {
  const order: Node[] = []
  const depth = new Map<Node, number>()
  // What is being walked, from a root on, and how much of what each waits for has been.
  const path: Node[] = []
  const walked: number[] = []
  const enter = (node: Node) => {
    path.push(node)
    walked.push(0)
    depth.set(node, onPath)
  }
  for (const root of nodes) {
    if (depth.has(root)) continue
    enter(root)
    while (path.length > 0) {
      const top = path.length - 1
      const node = path[top] as Node
      const before = waitsFor(node)
      const at = walked[top] as number
      const next = before[at]
      if (next !== undefined) {
        const known = depth.get(next)
        if (known === onPath) return { order, depth, circle: [...path.slice(path.indexOf(next)), next] }
        walked[top] = at + 1
        if (known === undefined) enter(next)
      } else {
        path.pop()
        walked.pop()
        order.push(node)
        depth.set(node, depthOf(before, depth))
      }
    }
  }
  return { order, depth, circle: undefined }
}

function depthOf<Node>(before: readonly Node[], depth: ReadonlyMap<Node, number>): number {
  let deepest = -1
  for (const node of before) deepest = Math.max(deepest, depth.get(node) ?? 0)
  return deepest + 1
}
