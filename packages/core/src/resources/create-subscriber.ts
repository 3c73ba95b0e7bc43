import type { SubscriberRecord, SubscriberStatus } from '@soracom-fixtures/api'
import type { SoracomClient } from '@soracom-fixtures/client'
import type { Declaration } from '../declare/declaration.ts'
import type { CreateContext } from '../declare/define-resource.ts'
import { toUnixSeconds } from '../kit/time.ts'
import type { Group } from './group.ts'
import { ifThere, once } from './once.ts'
import type { Operator } from './operator-handle.ts'
import type { LooseOptions, SubscriberOptions } from './subscriber.ts'
import { type Subscriber, toSubscriberHandle } from './subscriber-handle.ts'
import { mayBeTerminated } from './subscriber-rules.ts'

/** What a SIM is made with. */
export type SubscriberContext = CreateContext<
  SubscriberOptions,
  { readonly operator: Declaration<Operator>; readonly group: Declaration<Group> | undefined }
>

/** Makes a SIM, registers it and brings it to what it is declared with. */
export async function createSubscriber(context: SubscriberContext): Promise<Subscriber> {
  const { needs, signal, phase } = context
  const { operator, group } = needs
  const options = context.options as LooseOptions
  const { bundles = [], tags } = options
  const client = operator.client.withSignal(signal)
  const subscription = options.subscription ?? (operator.coverageTypes.includes('jp') ? 'plan-D' : 'plan01s')
  // The client repeats it when its answer is lost: a SIM that nobody registers belongs to nobody.
  phase('creating the SIM')
  const { imsi, registrationSecret } = await client.sandbox.createSubscriber(
    bundles.length > 0 ? { subscription, bundles: [...bundles] } : { subscription },
  )
  const registered = await once(context, `registering SIM ${imsi}`, {
    act: () =>
      client.subscribers.register(imsi, {
        registrationSecret,
        ...(group ? { groupId: group.groupId } : {}),
        ...(tags ? { tags: { ...tags } } : {}),
      }),
    async look() {
      const found = await ifThere(client.subscribers.get(imsi))
      return found?.operatorId === operator.operatorId ? found : undefined
    },
  })
  const record = await bringTo(context, client, registered)
  return toSubscriberHandle(record, operator, { subscription, bundles })
}

// One change after the other, since each answer is the SIM as it is then.
async function bringTo(
  context: SubscriberContext,
  client: SoracomClient,
  registered: SubscriberRecord,
): Promise<SubscriberRecord> {
  const { speedClass, expiry, status } = context.options as LooseOptions
  const { imsi } = registered
  let record = registered
  if (speedClass && speedClass !== record.speedClass) {
    context.phase(`setting SIM ${imsi} to speed class ${speedClass}`)
    record = await client.subscribers.updateSpeedClass(imsi, { speedClass })
  }
  // Termination must be enabled before a SIM is terminated, and before an expiry may do so (published document).
  if (mayBeTerminated(context.options)) {
    context.phase(`letting SIM ${imsi} be terminated`)
    record = await client.subscribers.enableTermination(imsi)
  }
  if (expiry) {
    context.phase(`setting the expiry of SIM ${imsi}`)
    record = await client.subscribers.setExpiryTime(imsi, {
      expiryTime: Number(toUnixSeconds(expiry.at)) * 1000,
      expiryAction: expiry.action ?? 'doNothing',
    })
  }
  if (!status || status === record.status) return record
  return await once(context, `bringing SIM ${imsi} to status ${status}`, {
    act: () => changeStatus(client, imsi, status),
    async look() {
      const found = await client.subscribers.get(imsi)
      return found.status === status ? found : undefined
    },
  })
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
      return await client.subscribers.terminate(imsi)
  }
}
