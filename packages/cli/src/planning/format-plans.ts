import { toPlanJson, toPlanMermaid, toPlanTree } from '@soracom-fixtures/core'
import type { PlannedFile } from './plan-file.ts'

/** How plans are shown. */
export const planFormats = ['tree', 'json', 'mermaid'] as const

/** How plans are shown. */
export type PlanFormat = (typeof planFormats)[number]

/** The plans of some files as text. Sets without a plan are left out, but for JSON, where they have their problems. */
export function formatPlans(format: PlanFormat, files: readonly PlannedFile[]): string {
  if (format === 'json') return JSON.stringify(files.map(toJson), null, 2)
  const [head, toText] = format === 'tree' ? (['', toPlanTree] as const) : (['%% ', toPlanMermaid] as const)
  const sets = files.flatMap(({ sets }) => sets)
  return sets.flatMap(({ name, plan }) => (plan ? [`${head}${name}\n${toText(plan)}`] : [])).join('\n\n')
}

function toJson({ file, sets, error }: PlannedFile): unknown {
  const plans = sets.map(({ name, plan, error }) =>
    plan ? { name, plan: toPlanJson(plan) } : { name, problems: error.problems },
  )
  return { file, sets: plans, ...(error !== undefined && { error }) }
}
