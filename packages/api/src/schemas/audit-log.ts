import * as v from 'valibot'

/** A call of the API as the audit log keeps it. */
export const apiAuditLogEntrySchema = v.object({
  /** The path as the API's document writes it, such as `/v1/auth`. */
  apiKind: v.string(),
  operatorId: v.string(),
  remoteIpAddress: v.string(),
  requestPath: v.string(),
  /** UNIX milliseconds; the key of the next page too. */
  requestedTimeEpochMs: v.number(),
  /** Seen in the document's example and in its guide; not in its schema. */
  statusCode: v.exactOptional(v.number()),
  /** The SAM user; empty for the root user. */
  userName: v.exactOptional(v.nullable(v.string())),
})
export type ApiAuditLogEntry = v.InferOutput<typeof apiAuditLogEntrySchema>
