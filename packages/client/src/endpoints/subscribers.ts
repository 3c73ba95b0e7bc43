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
  return {
    /** Goes through the SIMs of the operator, terminated ones too. */
    list(filter: SubscriberFilter = {}): AsyncIterable<SubscriberRecord> {
      return paginate<SubscriberRecord[], SubscriberRecord>(
        call,
        { operationId: 'listSubscribers', method: 'GET', path: '/subscribers', query: { ...filter } },
        (page) => page,
      )
    },
    /** Reads a SIM. */
    async get(imsi: string): Promise<SubscriberRecord> {
      return (
        await call<SubscriberRecord>({
          operationId: 'getSubscriber',
          method: 'GET',
          path: '/subscribers/{imsi}',
          params: { imsi },
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
        })
      ).value
    },
    /** Brings it to status active. */
    async activate(imsi: string): Promise<SubscriberRecord> {
      return (
        await call<SubscriberRecord>({
          operationId: 'activateSubscriber',
          method: 'POST',
          path: '/subscribers/{imsi}/activate',
          params: { imsi },
          repeatable: true,
        })
      ).value
    },
    /** Brings it to status inactive. */
    async deactivate(imsi: string): Promise<SubscriberRecord> {
      return (
        await call<SubscriberRecord>({
          operationId: 'deactivateSubscriber',
          method: 'POST',
          path: '/subscribers/{imsi}/deactivate',
          params: { imsi },
          repeatable: true,
        })
      ).value
    },
    /** Brings it to status standby, which plan-D and plan-K do not have. */
    async setToStandby(imsi: string): Promise<SubscriberRecord> {
      return (
        await call<SubscriberRecord>({
          operationId: 'setSubscriberToStandby',
          method: 'POST',
          path: '/subscribers/{imsi}/set_to_standby',
          params: { imsi },
          repeatable: true,
        })
      ).value
    },
    /** Brings it to status suspended. */
    async suspend(imsi: string): Promise<SubscriberRecord> {
      return (
        await call<SubscriberRecord>({
          operationId: 'suspendSubscriber',
          method: 'POST',
          path: '/subscribers/{imsi}/suspend',
          params: { imsi },
          repeatable: true,
        })
      ).value
    },
    /** Lets it be terminated. */
    async enableTermination(imsi: string): Promise<SubscriberRecord> {
      return (
        await call<SubscriberRecord>({
          operationId: 'enableTermination',
          method: 'POST',
          path: '/subscribers/{imsi}/enable_termination',
          params: { imsi },
          repeatable: true,
        })
      ).value
    },
    /** Keeps it from being terminated. */
    async disableTermination(imsi: string): Promise<SubscriberRecord> {
      return (
        await call<SubscriberRecord>({
          operationId: 'disableTermination',
          method: 'POST',
          path: '/subscribers/{imsi}/disable_termination',
          params: { imsi },
          repeatable: true,
        })
      ).value
    },
    /** Ends it for good; termination must be enabled first. */
    async terminate(imsi: string): Promise<SubscriberRecord> {
      return (
        await call<SubscriberRecord>({
          operationId: 'terminateSubscriber',
          method: 'POST',
          path: '/subscribers/{imsi}/terminate',
          params: { imsi },
          repeatable: false,
        })
      ).value
    },
    /** Says when it expires (UNIX milliseconds), and what happens then. */
    async setExpiryTime(imsi: string, body: ExpiryTimeRequest): Promise<SubscriberRecord> {
      return (
        await call<SubscriberRecord>({
          operationId: 'setExpiryTime',
          method: 'POST',
          path: '/subscribers/{imsi}/set_expiry_time',
          params: { imsi },
          body,
          repeatable: true,
        })
      ).value
    },
    /** Takes its expiry away. */
    async unsetExpiryTime(imsi: string): Promise<SubscriberRecord> {
      return (
        await call<SubscriberRecord>({
          operationId: 'unsetExpiryTime',
          method: 'POST',
          path: '/subscribers/{imsi}/unset_expiry_time',
          params: { imsi },
          repeatable: true,
        })
      ).value
    },
    /** Puts it into a group. */
    async setGroup(imsi: string, groupId: string): Promise<SubscriberRecord> {
      return (
        await call<SubscriberRecord>({
          operationId: 'setGroup',
          method: 'POST',
          path: '/subscribers/{imsi}/set_group',
          params: { imsi },
          body: { groupId },
          repeatable: true,
        })
      ).value
    },
    /** Takes it out of its group. */
    async unsetGroup(imsi: string): Promise<SubscriberRecord> {
      return (
        await call<SubscriberRecord>({
          operationId: 'unsetGroup',
          method: 'POST',
          path: '/subscribers/{imsi}/unset_group',
          params: { imsi },
          repeatable: true,
        })
      ).value
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
        })
      ).value
    },
    /** Changes its speed class. */
    async updateSpeedClass(imsi: string, body: UpdateSpeedClassRequest): Promise<SubscriberRecord> {
      return (
        await call<SubscriberRecord>({
          operationId: 'updateSpeedClass',
          method: 'POST',
          path: '/subscribers/{imsi}/update_speed_class',
          params: { imsi },
          body,
          repeatable: true,
        })
      ).value
    },
  }
}
