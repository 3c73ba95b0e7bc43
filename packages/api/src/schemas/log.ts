import * as v from 'valibot'
import { logResourceTypes, logServices } from '../log-sources.ts'

/** An error log of the platform. */
export const logEntrySchema = v.object({
  /** UNIX milliseconds. */
  time: v.number(),
  logLevel: v.picklist(['debug', 'error', 'warning', 'info']),
  operatorId: v.string(),
  resourceType: v.picklist(logResourceTypes),
  resourceId: v.string(),
  service: v.picklist(logServices),
  body: v.record(v.string(), v.unknown()),
})
export type LogEntry = v.InferOutput<typeof logEntrySchema>
