import {
  type Bundle,
  type BundleOf,
  type ExpiryAction,
  expiryActions,
  type PlanRules,
  plans,
  type SpeedClass,
  type SpeedClassOf,
  type StatusOf,
  type SubscriberStatus,
  type Subscription,
  subscriberStatuses,
  subscriptions,
} from '@soracom-fixtures/api'
import type { CheckContext, Declaration } from '../declare/declaration.ts'
import { defineResource } from '../declare/define-resource.ts'
import type { ResourceFactory } from '../declare/resource-factory.ts'
import { theOperator } from '../declare/the-operator.ts'
import { type Time, toUnixSeconds } from '../kit/time.ts'
import { checkTags } from './check-tags.ts'
import type { SubscriberContext } from './create-subscriber.ts'
import type { Group, GroupOptions } from './group.ts'
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
  calls: countCalls,
  check: checkOptions,
  create: async (context: SubscriberContext) =>
    await (await import('./create-subscriber.ts')).createSubscriber(context),
  share: shareHiding<Subscriber, 'operator'>('operator'),
})

function countCalls(options: SubscriberOptions): number {
  const { subscription, speedClass, status = 'ready', expiry } = options as LooseOptions
  const speedClassChanges = speedClass && speedClass !== toFirstSpeedClass(subscription) ? 1 : 0
  const permissions = mayBeTerminated(options) ? 1 : 0
  return 2 + speedClassChanges + permissions + (expiry ? 1 : 0) + (status === 'ready' ? 0 : 1)
}

/** Whether termination has to be enabled for a SIM. */
export function mayBeTerminated({ status, expiry }: SubscriberOptions): boolean {
  return status === 'terminated' || expiry?.action === 'terminate'
}

// What a new SIM of a plan was seen to have: s1.standard, or the plan's own.
function toFirstSpeedClass(subscription: Subscription | undefined): SpeedClass | undefined {
  const { speedClasses }: PlanRules = plans[subscription ?? 'plan-D']
  return speedClasses.includes('s1.standard') ? 's1.standard' : speedClasses[0]
}

function checkOptions(options: SubscriberOptions, { nowMs }: CheckContext): string[] {
  const { subscription, bundles, speedClass, status, expiry, tags } = options as LooseOptions
  const problems = [...checkTags(tags), ...checkGroup(options)]
  if (status !== undefined && !subscriberStatuses.includes(status)) {
    problems.push(`status ${JSON.stringify(status)} is unknown; there are ${subscriberStatuses.join(', ')}`)
  }
  if (expiry) problems.push(...checkExpiry(expiry, nowMs))
  if (subscription === undefined) {
    if (bundles || speedClass) problems.push('bundles and speedClass belong to a plan; name the subscription too')
    if (status === 'standby') problems.push('not every plan has status standby; name the subscription too')
    return problems
  }
  if (!Object.hasOwn(plans, subscription)) {
    problems.push(`subscription ${JSON.stringify(subscription)} is unknown; there are ${subscriptions.join(', ')}`)
    return problems
  }
  const rules: PlanRules = plans[subscription]
  for (const bundle of bundles ?? []) {
    if (rules.bundles.includes(bundle)) continue
    const has = rules.bundles.length > 0 ? `it has ${rules.bundles.join(', ')}` : 'it has none'
    problems.push(`${subscription} cannot carry the bundle ${JSON.stringify(bundle)}; ${has}`)
  }
  if (speedClass && !rules.speedClasses.includes(speedClass)) {
    problems.push(
      `${subscription} does not know speed class ${JSON.stringify(speedClass)}; it has ${rules.speedClasses.join(', ')}`,
    )
  }
  if (status && rules.unsupportedStatuses.includes(status)) {
    problems.push(`SIMs of ${subscription} cannot be brought to status ${status}`)
  }
  return problems
}

// Seen only where both say whose they are; else the API tells.
function checkGroup({ operator, group }: CommonOptions): string[] {
  const { operator: owner } = (group?.options ?? {}) as GroupOptions
  return operator && owner && operator !== owner ? ['its group belongs to another operator'] : []
}

function checkExpiry({ at, action }: SubscriberExpiry, nowMs: number): string[] {
  const problems: string[] = []
  const seconds = toUnixSeconds(at)
  if (typeof seconds === 'string') problems.push(`expiry.at: ${seconds}`)
  else if (seconds * 1000 <= nowMs) {
    problems.push(`expiry.at is in the past (${new Date(seconds * 1000).toISOString()}); a SIM can only expire later`)
  }
  if (action !== undefined && !expiryActions.includes(action)) {
    problems.push(`expiry.action ${JSON.stringify(action)} is unknown; there are ${expiryActions.join(', ')}`)
  }
  return problems
}
