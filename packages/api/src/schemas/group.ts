import * as v from 'valibot'
import { tagSetSchema } from './common.ts'

/** Configuration of a group: namespace → key → any value. */
export const groupConfigurationSchema = v.record(v.string(), v.record(v.string(), v.unknown()))
export type GroupConfiguration = v.InferOutput<typeof groupConfigurationSchema>

export const createGroupRequestSchema = v.object({
  tags: v.exactOptional(v.nullable(tagSetSchema)),
  configuration: v.exactOptional(v.nullable(groupConfigurationSchema)),
})
export type CreateGroupRequest = v.InferOutput<typeof createGroupRequestSchema>

export const groupConfigurationUpdateSchema = v.array(v.object({ key: v.string(), value: v.unknown() }))
export type GroupConfigurationUpdate = v.InferOutput<typeof groupConfigurationUpdateSchema>

/** A group of SIMs. Times are UNIX milliseconds; `createdAt` and `createdTime` say the same. */
export const groupSchema = v.object({
  groupId: v.string(),
  operatorId: v.string(),
  tags: tagSetSchema,
  configuration: groupConfigurationSchema,
  createdAt: v.exactOptional(v.number()),
  createdTime: v.number(),
  lastModifiedAt: v.exactOptional(v.number()),
  lastModifiedTime: v.number(),
})
export type GroupRecord = v.InferOutput<typeof groupSchema>
