import type { Declaration } from '../../declare/declaration.ts'
import { type History, toExpectedMs } from '../history.ts'
import type { Plan, PlanStep } from '../make-plan.ts'

interface Node {
  readonly step: PlanStep
  readonly children: Node[]
}

/**
 * A plan as a tree of text: each fixture below the last thing that it waits for, with its calls. Members of an array
 * that look alike share a line. With a history it says how long the set may take.
 *
 * @example
 * toPlanTree(planFixtures({ shop, meters }))
 * // 3 fixtures, 5 calls, 3 in the longest chain
 * // └─ shop (operator) 1 call
 * //    └─ meters[0…1] (subscriber) 2 × 2 calls
 */
export function toPlanTree(plan: Plan, history: History = {}): string {
  const expectedMs = toExpectedMs(plan, history)
  const headline = `${count(plan.steps.length, 'fixture')}, ${count(plan.calls, 'call')}, ${plan.longestChainCalls} in the longest chain${toExpectation(expectedMs)}`
  return [headline, ...toLines(toForest(plan), '')].join('\n')
}

function toExpectation(expectedMs: number | undefined): string {
  return expectedMs === undefined ? '' : `; about ${(expectedMs / 1000).toFixed(1)} s by earlier runs`
}

function toForest(plan: Plan): Node[] {
  const roots: Node[] = []
  const nodes = new Map<Declaration, Node>()
  for (const step of plan.steps) {
    const node: Node = { step, children: [] }
    nodes.set(step.declaration, node)
    const parent = toParent(step, nodes)
    if (parent) parent.children.push(node)
    else roots.push(node)
  }
  return roots
}

// The deepest of what a step waits for.
function toParent(step: PlanStep, nodes: ReadonlyMap<Declaration, Node>): Node | undefined {
  let parent: Node | undefined
  for (const declaration of step.waitsFor) {
    const node = nodes.get(declaration)
    if (node && (!parent || node.step.depth > parent.step.depth)) parent = node
  }
  return parent
}

function toLines(nodes: readonly Node[], indent: string): string[] {
  const groups = toGroups(nodes)
  return groups.flatMap((group, index) => {
    const last = index === groups.length - 1
    const children = group.flatMap((node) => node.children)
    return [
      `${indent}${last ? '└─' : '├─'} ${toLabel(group)}`,
      ...toLines(children, `${indent}${last ? '   ' : '│  '}`),
    ]
  })
}

// Neighbours of one array whose trees look alike.
function toGroups(nodes: readonly Node[]): Node[][] {
  const groups = new Map<string, Node[]>()
  for (const node of nodes) {
    const shape = toShape(node)
    const group = groups.get(shape)
    if (group) group.push(node)
    else groups.set(shape, [node])
  }
  return [...groups.values()]
}

function toShape({ step, children }: Node): string {
  const { name, calls, declaration, implied } = step
  const own = implied || !name.endsWith(']') ? name : name.slice(0, name.lastIndexOf('['))
  return JSON.stringify([own, declaration.kind, calls, children.map(toShape).sort()])
}

function toLabel(group: readonly Node[]): string {
  const { step } = group[0] as Node
  const { name, declaration, calls, implied, takenFrom } = step
  const shown = group.length > 1 ? toRange(group.map((node) => node.step.name)) : name
  const kind = implied && name.startsWith(declaration.kind) ? '' : ` (${declaration.kind})`
  const times = group.length > 1 ? `${group.length} × ` : ''
  return `${shown}${kind} ${takenFrom ? `of the ${takenFrom}’s set` : `${times}${count(calls, 'call')}`}`
}

function toRange(names: readonly string[]): string {
  const first = names[0] ?? ''
  const base = first.slice(0, first.lastIndexOf('['))
  const indexes = names.map((name) => Number(name.slice(base.length + 1, -1)))
  return `${base}[${Math.min(...indexes)}…${Math.max(...indexes)}]`
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
