import type {
  Bundle,
  BundleOf,
  ExpiryAction,
  SpeedClass,
  SpeedClassOf,
  StatusOf,
  SubscriberStatus,
  Subscription,
} from '@soracom-fixtures/api'
import type { Declaration } from '../declare/declaration.ts'
import { defineResource } from '../declare/define-resource.ts'
import type { ResourceFactory } from '../declare/resource-factory.ts'
import { theOperator } from '../declare/the-operator.ts'
import type { Time } from '../kit/time.ts'
import { rulesOf } from '../planning/rules-of.ts'
import type { SubscriberContext } from './create-subscriber.ts'
import type { Group } from './group.ts'
import type { Operator } from './operator-handle.ts'
import { shareHiding } from './share-hiding.ts'
import type { Subscriber } from './subscriber-handle.ts'

/** When a SIM expires, and what happens to it then. */
export interface SubscriberExpiry {
  /** In the future. */
  readonly at: Time
  /** `doNothing` unless told. */
  readonly action?: ExpiryAction
}

interface CommonOptions {
  /** Whose it is; the set's only operator unless told. */
  readonly operator?: Declaration<Operator>
  readonly tags?: Readonly<Record<string, string>>
  readonly group?: Declaration<Group>
  readonly expiry?: SubscriberExpiry
}

interface OptionsOfPlan<S extends Subscription> extends CommonOptions {
  readonly subscription: S
  /** Bundles that belong to the plan. */
  readonly bundles?: readonly BundleOf<S>[]
  /** `s1.standard` or the plan's own unless told. */
  readonly speedClass?: SpeedClassOf<S>
  /** The status that it is brought to after it is registered; `ready` unless told. */
  readonly status?: StatusOf<S>
}

interface OptionsWithoutPlan extends CommonOptions {
  /** plan-D for an operator with coverage type jp, plan01s for others, unless told. */
  readonly subscription?: undefined
  readonly bundles?: undefined
  readonly speedClass?: undefined
  /** Not standby, which not every plan has. */
  readonly status?: Exclude<SubscriberStatus, 'standby'>
}

/** What a SIM is declared with. Plan, bundles, speed class and status fit together, or it does not compile. */
export type SubscriberOptions = { [S in Subscription]: OptionsOfPlan<S> }[Subscription] | OptionsWithoutPlan

/** A declared SIM. */
export type SubscriberDeclaration = Declaration<Subscriber, SubscriberOptions, never>

/** The options with what belongs together taken apart, as the code here reads them. */
export interface LooseOptions extends CommonOptions {
  readonly subscription?: Subscription | undefined
  readonly bundles?: readonly Bundle[] | undefined
  readonly speedClass?: SpeedClass | undefined
  readonly status?: SubscriberStatus
}

/**
 * Declares a SIM: created through the sandbox, registered to its operator with tags and group, then brought to its speed
 * class, expiry and status.
 *
 * @example
 * const meter = subscriber({ subscription: 'plan-D', bundles: ['D-500MB'], status: 'active', tags: { name: 'meter' } })
 * const fx = useFixtures({ meter })
 * test('it is active', () => {
 *   expect(fx.meter).toMatchObject({ status: 'active', tags: { name: 'meter' } })
 * })
 */
export const subscriber: ResourceFactory<SubscriberOptions, Subscriber> = defineResource({
  kind: 'subscriber',
  dependsOn: (options: SubscriberOptions) => ({ operator: options.operator ?? theOperator, group: options.group }),
  ...rulesOf(({ subscriberRules }) => subscriberRules),
  create: async (context: SubscriberContext) =>
    await (await import('./create-subscriber.ts')).createSubscriber(context),
  share: shareHiding<Subscriber, 'operator'>('operator'),
})
