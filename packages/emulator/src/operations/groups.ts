import { createGroupRequestSchema, groupConfigurationUpdateSchema } from '@soracom-fixtures/api/schemas'
import { recordChange } from '../rules/change-status.ts'
import { matchesTag } from '../rules/sim-filter.ts'
import { noteIndexChange } from '../state/lagging-index.ts'
import type { GroupState } from '../state/operator.ts'
import { findByImsi } from '../state/sim-table.ts'
import { addKey, createSortedKeys, keysAfter, removeKey } from '../state/sorted-keys.ts'
import { created, noContent, ok } from './answer.ts'
import { notFound } from './api-failure.ts'
import { findGroup } from './find-group.ts'
import type { Operation } from './operation.ts'
import { keysOfPage, pageOf } from './page.ts'
import { readBody } from './read-body.ts'
import { readSimFilter } from './read-sim-filter.ts'
import { putTags, removeTag } from './tags.ts'
import { toGroupView } from './views/group-view.ts'
import { toSimView } from './views/sim-view.ts'

/** Groups of SIMs, and their configuration by namespace. */
export const groupOperations: readonly Operation[] = [
  {
    operationId: 'listGroups',
    handle(context) {
      const { world, operator, query } = context
      const filter = readSimFilter(query)
      return pageOf(context, {
        ...keysOfPage(context, operator.groupIds),
        toRow(groupId) {
          const group = operator.groups.get(groupId)
          return group && matchesTag(group.tags, filter) ? toGroupView(group, operator.operatorId) : undefined
        },
        defaultLimit: world.settings.pageSize,
        maxLimit: world.settings.pageSize,
      })
    },
  },
  {
    operationId: 'createGroup',
    handle({ world, operator, body, nowMs }) {
      const { tags, configuration } = readBody(createGroupRequestSchema, body)
      const group: GroupState = {
        groupId: world.ids.uuid(),
        createdMs: nowMs,
        modifiedMs: nowMs,
        tags: new Map(Object.entries(tags ?? {})),
        configuration: new Map(
          Object.entries(configuration ?? {}).map(([namespace, entries]) => [
            namespace,
            new Map(Object.entries(entries)),
          ]),
        ),
        members: createSortedKeys(),
      }
      operator.groups.set(group.groupId, group)
      addKey(operator.groupIds, group.groupId)
      return created(toGroupView(group, operator.operatorId))
    },
  },
  {
    operationId: 'getGroup',
    handle: ({ operator, params }) => ok(toGroupView(findGroup(operator, params.group_id), operator.operatorId)),
  },
  {
    operationId: 'deleteGroup',
    handle({ world, operator, params, nowMs }) {
      const { groupId, members } = findGroup(operator, params.group_id)
      // What becomes of the members is not recorded; they are left without a group.
      for (const imsi of keysAfter(members)) {
        const sim = findByImsi(world, imsi)
        if (!sim) continue
        noteIndexChange(world, sim, nowMs)
        sim.groupId = null
        recordChange(sim, nowMs)
      }
      operator.groups.delete(groupId)
      removeKey(operator.groupIds, groupId)
      return noContent
    },
  },
  {
    operationId: 'putConfigurationParameters',
    handle({ operator, params, body, nowMs }) {
      const group = findGroup(operator, params.group_id)
      const namespace = params.namespace ?? ''
      const entries = group.configuration.get(namespace) ?? new Map<string, unknown>()
      for (const { key, value } of readBody(groupConfigurationUpdateSchema, body)) entries.set(key, value)
      group.configuration.set(namespace, entries)
      group.modifiedMs = nowMs
      return ok(toGroupView(group, operator.operatorId))
    },
  },
  {
    operationId: 'deleteConfigurationNamespace',
    handle({ operator, params, nowMs }) {
      const group = findGroup(operator, params.group_id)
      const namespace = params.namespace ?? ''
      if (!group.configuration.delete(namespace)) throw notFound('namespace', namespace)
      group.modifiedMs = nowMs
      return noContent
    },
  },
  {
    operationId: 'deleteConfigurationParameter',
    handle({ operator, params, nowMs }) {
      const group = findGroup(operator, params.group_id)
      const name = params.name ?? ''
      // The namespace stays when its last key goes; whether the service drops it is not recorded.
      if (!group.configuration.get(params.namespace ?? '')?.delete(name)) throw notFound('parameter', name)
      group.modifiedMs = nowMs
      return noContent
    },
  },
  {
    operationId: 'putGroupTags',
    handle({ operator, params, body, nowMs }) {
      const group = findGroup(operator, params.group_id)
      group.tags = putTags(group.tags, body)
      group.modifiedMs = nowMs
      return ok(toGroupView(group, operator.operatorId))
    },
  },
  {
    operationId: 'deleteGroupTag',
    handle({ operator, params, nowMs }) {
      const group = findGroup(operator, params.group_id)
      group.tags = removeTag(group.tags, params.tag_name ?? '')
      group.modifiedMs = nowMs
      return noContent
    },
  },
  {
    operationId: 'listSubscribersInGroup',
    handle(context) {
      const { world, operator, params } = context
      const { members } = findGroup(operator, params.group_id)
      return pageOf(context, {
        ...keysOfPage(context, members),
        toRow(imsi) {
          const sim = findByImsi(world, imsi)
          return sim && toSimView(sim)
        },
        defaultLimit: world.settings.pageSize,
        maxLimit: world.settings.pageSize,
      })
    },
  },
]
