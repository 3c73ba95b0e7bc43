import type {
  CreateGroupRequest,
  GroupConfigurationUpdate,
  GroupRecord,
  Sim,
  TagUpdateRequest,
} from '@soracom-fixtures/api'
import type { Call } from './call.ts'
import { paginate } from './paginate.ts'

/** Groups of SIMs and their configuration. */
export function groupCalls(call: Call) {
  return {
    /** Goes through the groups of the operator. */
    list(
      filter: { readonly tag_name?: string; readonly tag_value?: string; readonly limit?: number } = {},
    ): AsyncIterable<GroupRecord> {
      return paginate<GroupRecord[], GroupRecord>(
        call,
        { operationId: 'listGroups', method: 'GET', path: '/groups', query: { ...filter }, repeat: 'safe' },
        (page) => page,
      )
    },
    /** Makes a group. */
    async create(body: CreateGroupRequest = {}): Promise<GroupRecord> {
      return (
        await call<GroupRecord>({ operationId: 'createGroup', method: 'POST', path: '/groups', body, repeat: 'unsafe' })
      ).value
    },
    /** Reads a group. */
    async get(groupId: string): Promise<GroupRecord> {
      return (
        await call<GroupRecord>({
          operationId: 'getGroup',
          method: 'GET',
          path: '/groups/{groupId}',
          params: { groupId },
          repeat: 'safe',
        })
      ).value
    },
    /** Deletes a group. */
    async delete(groupId: string): Promise<void> {
      await call({
        operationId: 'deleteGroup',
        method: 'DELETE',
        path: '/groups/{groupId}',
        params: { groupId },
        repeat: 'safe',
        answer: 'none',
      })
    },
    /** Sets keys of one namespace. */
    async putConfiguration(groupId: string, namespace: string, body: GroupConfigurationUpdate): Promise<GroupRecord> {
      return (
        await call<GroupRecord>({
          operationId: 'putConfigurationParameters',
          method: 'PUT',
          path: '/groups/{groupId}/configuration/{namespace}',
          params: { groupId, namespace },
          body,
          repeat: 'safe',
        })
      ).value
    },
    /** Deletes a key of a namespace. */
    async deleteConfigurationEntry(groupId: string, namespace: string, name: string): Promise<void> {
      await call({
        operationId: 'deleteConfigurationParameter',
        method: 'DELETE',
        path: '/groups/{groupId}/configuration/{namespace}/{name}',
        params: { groupId, namespace, name },
        repeat: 'safe',
        answer: 'none',
      })
    },
    /** Adds tags and changes those of the same name. */
    async putTags(groupId: string, body: readonly TagUpdateRequest[]): Promise<GroupRecord> {
      return (
        await call<GroupRecord>({
          operationId: 'putGroupTags',
          method: 'PUT',
          path: '/groups/{groupId}/tags',
          params: { groupId },
          body,
          repeat: 'safe',
        })
      ).value
    },
    /** Goes through the SIMs of a group. */
    subscribers(groupId: string): AsyncIterable<Sim> {
      return paginate<Sim[], Sim>(
        call,
        {
          operationId: 'listSubscribersInGroup',
          method: 'GET',
          path: '/groups/{groupId}/subscribers',
          params: { groupId },
          repeat: 'safe',
        },
        (page) => page,
      )
    },
  }
}
