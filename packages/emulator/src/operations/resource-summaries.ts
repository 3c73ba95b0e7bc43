import type { ResourceSummary } from '@soracom-fixtures/api'
import { findByImsi } from '../state/sim-table.ts'
import { keysAfter } from '../state/sorted-keys.ts'
import { ok } from './answer.ts'
import { notFound } from './api-failure.ts'
import type { Operation } from './operation.ts'

// Terminated SIMs are not counted (published document).
const counted = ['ready', 'active', 'inactive', 'standby', 'suspended'] as const

/** How many SIMs of each status the operator has. */
export const resourceSummaryOperations: readonly Operation[] = [
  {
    operationId: 'getResourceSummary',
    handle({ world, operator, params, nowMs }) {
      const resourceSummaryType = params.resource_summary_type ?? ''
      if (resourceSummaryType !== 'simsPerStatus') throw notFound('resource summary', resourceSummaryType)
      const counts = new Map<string, number>()
      for (const imsi of keysAfter(operator.imsis)) {
        const status = findByImsi(world, imsi)?.status ?? ''
        counts.set(status, (counts.get(status) ?? 0) + 1)
      }
      const values = counted.map((status) => ({ name: `${status}Sims`, value: counts.get(status) ?? 0 }))
      const summary: ResourceSummary = {
        resourceSummaryType,
        resourceSummaryItems: [{ dimensions: [], updatedTime: nowMs, values }],
      }
      return ok(summary)
    },
  },
]
