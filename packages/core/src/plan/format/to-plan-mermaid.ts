import type { Plan } from '../make-plan.ts'

/** A plan as a Mermaid flow chart, for a pull request or a page of documentation. */
export function toPlanMermaid(plan: Plan): string {
  const ids = new Map(plan.steps.map(({ declaration }, index) => [declaration, `f${index}`]))
  const nodes = plan.steps.map(
    ({ declaration, name, calls }) =>
      `  ${ids.get(declaration)}["${toLabelText(name)}<br/>${toLabelText(declaration.kind)}, ${calls} ${calls === 1 ? 'call' : 'calls'}"]`,
  )
  const edges = plan.steps.flatMap(({ declaration, waitsFor }) =>
    waitsFor.map((need) => `  ${ids.get(need)} --> ${ids.get(declaration)}`),
  )
  return ['flowchart LR', ...nodes, ...edges].join('\n')
}

function toLabelText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('[', '&#91;')
}
