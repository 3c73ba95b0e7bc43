import type { CoverageType } from './coverage-types.ts'
import type { SpeedClass } from './speed-classes.ts'
import type { SubscriberStatus } from './subscriber-statuses.ts'

/** What the platform lets a SIM of one subscription (plan) do. */
export interface PlanRules {
  readonly bundles: readonly string[]
  readonly speedClasses: readonly SpeedClass[]
  /** Statuses that SIMs of this plan refuse. */
  readonly unsupportedStatuses: readonly SubscriberStatus[]
  /** The coverage type whose bill carries the plan. */
  readonly coverageType: CoverageType
}

const s1 = ['s1.minimum', 's1.slow', 's1.standard', 's1.fast', 's1.4xfast'] as const
const u1 = ['u1.standard', 'u1.slow'] as const

/**
 * Every subscription that the sandbox creates, with the bundles that belong to it and the speed classes it knows.
 *
 * Names: the published sandbox document (its newest edition added planXM1). Speed classes by plan: the documentation of
 * the subscriber API. Standby is refused for plan-D and plan-K by the published documents.
 */
export const plans = {
  plan01s: { bundles: [], speedClasses: s1, unsupportedStatuses: [], coverageType: 'g' },
  'plan01s-low_data_volume': { bundles: [], speedClasses: s1, unsupportedStatuses: [], coverageType: 'g' },
  planP1: { bundles: [], speedClasses: s1, unsupportedStatuses: [], coverageType: 'g' },
  planXM1: { bundles: [], speedClasses: s1, unsupportedStatuses: [], coverageType: 'g' },
  planX3: { bundles: ['X3-5MB'], speedClasses: s1, unsupportedStatuses: [], coverageType: 'g' },
  'plan-D': { bundles: ['D-500MB'], speedClasses: s1, unsupportedStatuses: ['standby'], coverageType: 'jp' },
  'plan-K': { bundles: [], speedClasses: s1, unsupportedStatuses: ['standby'], coverageType: 'jp' },
  'plan-KM1': { bundles: [], speedClasses: ['t1.standard'], unsupportedStatuses: [], coverageType: 'jp' },
  'plan-DU': {
    bundles: ['DU-10GB', 'DU-50GB', 'DU-100GB'],
    speedClasses: u1,
    unsupportedStatuses: [],
    coverageType: 'jp',
  },
  'plan-K2': { bundles: ['K2-500MB'], speedClasses: s1, unsupportedStatuses: [], coverageType: 'jp' },
} as const satisfies Record<string, PlanRules>

/** A subscription (plan) that the sandbox can create a SIM with, such as `plan-D`. */
export type Subscription = keyof typeof plans

/** The subscriptions, in the published order. */
export const subscriptions = Object.freeze(Object.keys(plans) as Subscription[])

/** The bundles that belong to the subscription `S`. */
export type BundleOf<S extends Subscription> = (typeof plans)[S]['bundles'][number]

/** Any bundle that the sandbox can create a SIM with. */
export type Bundle = BundleOf<Subscription>

/** The bundles of all subscriptions. */
export const bundles: readonly Bundle[] = Object.freeze(Object.values(plans).flatMap((plan) => [...plan.bundles]))

/** The speed classes that SIMs of the subscription `S` can be set to. */
export type SpeedClassOf<S extends Subscription> = (typeof plans)[S]['speedClasses'][number]

/** The statuses that SIMs of the subscription `S` can be brought to. */
export type StatusOf<S extends Subscription> = Exclude<
  SubscriberStatus,
  (typeof plans)[S]['unsupportedStatuses'][number]
>
