import type { Plan } from '@soracom-fixtures/core'
import { type History, toPlanJson, toPlanMermaid, toPlanTree } from '@soracom-fixtures/core/engine'
import type { PlannedFile } from './plan-file.ts'

/** How plans are shown. */
export const planFormats = ['tree', 'json', 'mermaid'] as const

/** How plans are shown. */
export type PlanFormat = (typeof planFormats)[number]

/** The plans of some files as text. Sets without a plan are left out, but for JSON, where they have their problems. */
export function formatPlans(format: PlanFormat, files: readonly PlannedFile[], history: History): string {
  if (format === 'json')
    return JSON.stringify(
      files.map((file) => toJson(file, history)),
      null,
      2,
    )
  const head = format === 'tree' ? '' : '%% '
  const toText = (plan: Plan) => (format === 'tree' ? toPlanTree(plan, history) : toPlanMermaid(plan))
  const sets = files.flatMap(({ sets }) => sets)
  return sets.flatMap(({ name, plan }) => (plan ? [`${head}${name}\n${toText(plan)}`] : [])).join('\n\n')
}

function toJson({ file, sets, error }: PlannedFile, history: History): unknown {
  const plans = sets.map(({ name, plan, error }) =>
    plan ? { name, plan: toPlanJson(plan, history) } : { name, problems: error.problems },
  )
  return { file, sets: plans, ...(error !== undefined && { error }) }
}
