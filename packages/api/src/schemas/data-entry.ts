import * as v from 'valibot'
import { dataResourceTypes } from '../data-resource-types.ts'

/** What a device sent to Harvest Data. */
export const dataEntrySchema = v.object({
  resourceType: v.picklist(dataResourceTypes),
  resourceId: v.string(),
  /** UNIX milliseconds. */
  time: v.number(),
  contentType: v.string(),
  content: v.string(),
  category: v.exactOptional(v.nullable(v.string())),
})
export type DataEntry = v.InferOutput<typeof dataEntrySchema>
