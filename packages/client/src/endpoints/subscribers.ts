import type {
  ExpiryTimeRequest,
  RegisterSubscriberRequest,
  SubscriberRecord,
  TagUpdateRequest,
  UpdateSpeedClassRequest,
} from '@soracom-fixtures/api'
import type { Call } from './call.ts'
import { paginate } from './paginate.ts'

/** Which SIMs of a list are wanted, in the words of the API. */
export type SubscriberFilter = {
  readonly tag_name?: string
  readonly tag_value?: string
  readonly tag_value_match_mode?: 'exact' | 'prefix'
  /** Several are joined by `|`. */
  readonly status_filter?: string
  /** Several are joined by `|`. */
  readonly speed_class_filter?: string
  readonly serial_number_filter?: string
  /** Rows a page; the iteration goes through all pages. */
  readonly limit?: number
}

/** SIMs by their IMSI. Each change answers the SIM as it is then. */
export function subscriberCalls(call: Call) {
  const change = async (operationId: string, imsi: string, action: string, body?: unknown) => {
    const path = `/subscribers/{imsi}/${action}`
    return (await call<SubscriberRecord>({ operationId, method: 'POST', path, params: { imsi }, body, repeat: 'safe' }))
      .value
  }
  return {
    /** Goes through the SIMs of the operator, terminated ones too. */
    list(filter: SubscriberFilter = {}): AsyncIterable<SubscriberRecord> {
      return paginate<SubscriberRecord[], SubscriberRecord>(
        call,
        {
          operationId: 'listSubscribers',
          method: 'GET',
          path: '/subscribers',
          query: { ...filter },
          repeat: 'safe',
        },
        (page) => page,
      )
    },
    /** Reads a SIM. Refused with 404 where it is not the operator's. */
    async get(imsi: string): Promise<SubscriberRecord> {
      return (
        await call<SubscriberRecord>({
          operationId: 'getSubscriber',
          method: 'GET',
          path: '/subscribers/{imsi}',
          params: { imsi },
          repeat: 'safe',
        })
      ).value
    },
    /** Registers a SIM to the operator. Not repeated when its answer is lost. */
    async register(imsi: string, body: RegisterSubscriberRequest): Promise<SubscriberRecord> {
      return (
        await call<SubscriberRecord>({
          operationId: 'registerSubscriber',
          method: 'POST',
          path: '/subscribers/{imsi}/register',
          params: { imsi },
          body,
          repeat: 'unsafe',
        })
      ).value
    },
    /** Brings it to status active. */
    async activate(imsi: string): Promise<SubscriberRecord> {
      return await change('activateSubscriber', imsi, 'activate')
    },
    /** Brings it to status inactive. */
    async deactivate(imsi: string): Promise<SubscriberRecord> {
      return await change('deactivateSubscriber', imsi, 'deactivate')
    },
    /** Brings it to status standby, which plan-D and plan-K do not have. */
    async setToStandby(imsi: string): Promise<SubscriberRecord> {
      return await change('setSubscriberToStandby', imsi, 'set_to_standby')
    },
    /** Brings it to status suspended. */
    async suspend(imsi: string): Promise<SubscriberRecord> {
      return await change('suspendSubscriber', imsi, 'suspend')
    },
    /** Lets it be terminated. */
    async enableTermination(imsi: string): Promise<SubscriberRecord> {
      return await change('enableTermination', imsi, 'enable_termination')
    },
    /** Keeps it from being terminated. */
    async disableTermination(imsi: string): Promise<SubscriberRecord> {
      return await change('disableTermination', imsi, 'disable_termination')
    },
    /** Ends it for good; termination must be enabled first. Not repeated when its answer is lost. */
    async terminate(imsi: string): Promise<SubscriberRecord> {
      return (
        await call<SubscriberRecord>({
          operationId: 'terminateSubscriber',
          method: 'POST',
          path: '/subscribers/{imsi}/terminate',
          params: { imsi },
          repeat: 'unsafe',
        })
      ).value
    },
    /** Says when it expires (UNIX milliseconds), and what happens then. */
    async setExpiryTime(imsi: string, body: ExpiryTimeRequest): Promise<SubscriberRecord> {
      return await change('setExpiryTime', imsi, 'set_expiry_time', body)
    },
    /** Takes its expiry away. */
    async unsetExpiryTime(imsi: string): Promise<SubscriberRecord> {
      return await change('unsetExpiryTime', imsi, 'unset_expiry_time')
    },
    /** Puts it into a group. */
    async setGroup(imsi: string, groupId: string): Promise<SubscriberRecord> {
      return await change('setGroup', imsi, 'set_group', { groupId })
    },
    /** Takes it out of its group. */
    async unsetGroup(imsi: string): Promise<SubscriberRecord> {
      return await change('unsetGroup', imsi, 'unset_group')
    },
    /** Adds tags and changes those of the same name. */
    async putTags(imsi: string, body: readonly TagUpdateRequest[]): Promise<SubscriberRecord> {
      return (
        await call<SubscriberRecord>({
          operationId: 'putSubscriberTags',
          method: 'PUT',
          path: '/subscribers/{imsi}/tags',
          params: { imsi },
          body,
          repeat: 'safe',
        })
      ).value
    },
    /** Deletes a tag. */
    async deleteTag(imsi: string, tagName: string): Promise<void> {
      await call({
        operationId: 'deleteSubscriberTag',
        method: 'DELETE',
        path: '/subscribers/{imsi}/tags/{tagName}',
        params: { imsi, tagName },
        repeat: 'safe',
        answer: 'none',
      })
    },
    /** Replaces its bundles. */
    async putBundles(imsi: string, bundles: readonly string[]): Promise<SubscriberRecord> {
      return (
        await call<SubscriberRecord>({
          operationId: 'putBundles',
          method: 'PUT',
          path: '/subscribers/{imsi}/bundles',
          params: { imsi },
          body: [...bundles],
          repeat: 'safe',
        })
      ).value
    },
    /** Changes its speed class, to one that its plan has. */
    async updateSpeedClass(imsi: string, body: UpdateSpeedClassRequest): Promise<SubscriberRecord> {
      return await change('updateSpeedClass', imsi, 'update_speed_class', body)
    },
  }
}
