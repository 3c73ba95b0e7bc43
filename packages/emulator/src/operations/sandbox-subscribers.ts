import { type PlanRules, plans } from '@soracom-fixtures/api'
import { createSubscriberRequestSchema } from '@soracom-fixtures/api/schemas'
import { makeSim } from '../state/make-sim.ts'
import { ok } from './answer.ts'
import { ApiFailure } from './api-failure.ts'
import type { Operation } from './operation.ts'
import { readBody } from './read-body.ts'
import { toCreatedView } from './views/subscriber-view.ts'

/** What the sandbox has of its own for SIMs: making one. */
export const sandboxSubscriberOperations: readonly Operation[] = [
  {
    operationId: 'sandboxCreateSubscriber',
    handle({ world, operator, body }) {
      const request = readBody(createSubscriberRequestSchema, body)
      const coverageType = operator.coverageTypes.has('jp') ? 'jp' : 'g'
      const subscription = request.subscription ?? world.settings.defaultSubscription[coverageType]
      const { bundles: allowed }: PlanRules = plans[subscription]
      const bundles = request.bundles ?? noBundles
      for (const bundle of bundles) {
        if (!allowed.includes(bundle)) throw new ApiFailure('EMU0020', [bundle, subscription])
      }
      return ok(toCreatedView(makeSim(world, operator, { subscription, bundles })))
    },
  },
]

const noBundles: readonly string[] = Object.freeze([])
