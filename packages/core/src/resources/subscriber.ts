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
  type SubscriberRecord,
  type SubscriberStatus,
  type Subscription,
  subscriberStatuses,
  subscriptions,
} from '@soracom-fixtures/api'
import type { SoracomClient } from '@soracom-fixtures/client'
import type { CheckContext, Declaration } from '../declare/declaration.ts'
import { type CreateContext, defineResource } from '../declare/define-resource.ts'
import type { ResourceFactory } from '../declare/resource-factory.ts'
import { theOperator } from '../declare/the-operator.ts'
import { type Time, toUnixSeconds } from '../kit/time.ts'
import type { Group } from './group.ts'
import type { Operator } from './operator-handle.ts'
import { shareHiding } from './share-hiding.ts'
import { type Subscriber, toSubscriberHandle } from './subscriber-handle.ts'

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
  readonly status?: SubscriberStatus
}

/** What a SIM is declared with. Plan, bundles, speed class and status fit together, or it does not compile. */
export type SubscriberOptions = { [S in Subscription]: OptionsOfPlan<S> }[Subscription] | OptionsWithoutPlan

/** A declared SIM. */
export type SubscriberDeclaration = Declaration<Subscriber, SubscriberOptions, never>

// The options with what belongs together taken apart, as the code here reads them.
interface LooseOptions extends CommonOptions {
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
  create: createSubscriber,
  share: shareHiding<Subscriber, 'operator'>('operator'),
})

type Context = CreateContext<
  SubscriberOptions,
  { readonly operator: Declaration<Operator>; readonly group: Declaration<Group> | undefined }
>

async function createSubscriber({ options, needs, signal, phase }: Context): Promise<Subscriber> {
  const { operator, group } = needs
  const loose = options as LooseOptions
  const client = operator.client.withSignal(signal)
  const subscription = loose.subscription ?? (operator.coverageTypes.includes('jp') ? 'plan-D' : 'plan01s')
  phase('creating the SIM')
  const { bundles = [] } = loose
  const created = await client.sandbox.createSubscriber(
    bundles.length > 0 ? { subscription, bundles: [...bundles] } : { subscription },
  )
  phase(`registering SIM ${created.imsi}`)
  const registered = await client.subscribers.register(created.imsi, {
    registrationSecret: created.registrationSecret,
    ...(group ? { groupId: group.groupId } : {}),
    ...(options.tags ? { tags: { ...options.tags } } : {}),
  })
  const record = await bringTo(client, registered, loose, phase)
  return toSubscriberHandle(record, operator, { subscription, bundles })
}

// One change after the other, since each answer is the SIM as it is then.
async function bringTo(
  client: SoracomClient,
  registered: SubscriberRecord,
  options: LooseOptions,
  phase: (doing: string) => void,
): Promise<SubscriberRecord> {
  const { imsi } = registered
  let record = registered
  if (options.speedClass && options.speedClass !== record.speedClass) {
    phase(`setting SIM ${imsi} to speed class ${options.speedClass}`)
    record = await client.subscribers.updateSpeedClass(imsi, { speedClass: options.speedClass })
  }
  if (options.expiry) {
    phase(`setting the expiry of SIM ${imsi}`)
    record = await client.subscribers.setExpiryTime(imsi, {
      expiryTime: Number(toUnixSeconds(options.expiry.at)) * 1000,
      expiryAction: options.expiry.action ?? 'doNothing',
    })
  }
  const { status } = options
  if (!status || status === record.status) return record
  phase(`bringing SIM ${imsi} to status ${status}`)
  return await changeStatus(client, imsi, status)
}

async function changeStatus(client: SoracomClient, imsi: string, status: SubscriberStatus): Promise<SubscriberRecord> {
  switch (status) {
    case 'ready':
      throw new Error(`SIM ${imsi} is not ready after its registration, and nothing goes back to ready.`)
    case 'active':
      return await client.subscribers.activate(imsi)
    case 'inactive':
      return await client.subscribers.deactivate(imsi)
    case 'standby':
      return await client.subscribers.setToStandby(imsi)
    case 'suspended':
      return await client.subscribers.suspend(imsi)
    case 'terminated':
      await client.subscribers.enableTermination(imsi)
      return await client.subscribers.terminate(imsi)
  }
}

function countCalls(options: SubscriberOptions): number {
  const { status = 'ready' } = options
  const changes = status === 'ready' ? 0 : status === 'terminated' ? 2 : 1
  return 2 + (options.speedClass ? 1 : 0) + (options.expiry ? 1 : 0) + changes
}

function checkOptions(options: SubscriberOptions, { nowMs }: CheckContext): string[] {
  const { subscription, bundles, speedClass, status, expiry } = options as LooseOptions
  const problems: string[] = []
  if (status !== undefined && !subscriberStatuses.includes(status)) {
    problems.push(`status ${JSON.stringify(status)} is unknown; there are ${subscriberStatuses.join(', ')}`)
  }
  if (expiry) problems.push(...checkExpiry(expiry, nowMs))
  if (subscription === undefined) {
    if (bundles || speedClass) problems.push('bundles and speedClass belong to a plan; name the subscription too')
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
