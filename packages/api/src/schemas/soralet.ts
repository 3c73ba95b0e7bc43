import * as v from 'valibot'

/** `POST /soralets`. */
export const createSoraletRequestSchema = v.object({
  soraletId: v.string(),
  description: v.exactOptional(v.nullable(v.string())),
})
export type CreateSoraletRequest = v.InferOutput<typeof createSoraletRequestSchema>

/** A Soralet, which holds versions of a WebAssembly module. Times are UNIX milliseconds. */
export const soraletSchema = v.object({
  soraletId: v.string(),
  operatorId: v.string(),
  description: v.exactOptional(v.nullable(v.string())),
  createdTime: v.number(),
  updatedTime: v.number(),
})
export type SoraletRecord = v.InferOutput<typeof soraletSchema>

/** A version of a Soralet's module. */
export const soraletVersionSchema = v.object({
  soraletId: v.string(),
  operatorId: v.string(),
  version: v.number(),
  /** Bytes. */
  size: v.number(),
  hash: v.string(),
  srn: v.string(),
  createdTime: v.number(),
})
export type SoraletVersion = v.InferOutput<typeof soraletVersionSchema>

/**
 * `POST /soralets/{soralet_id}/test`. The document makes `source` a map of resources; the command-line client's test
 * sends one resource flat.
 */
export const testSoraletRequestSchema = v.object({
  version: v.string(),
  direction: v.picklist(['uplink', 'downlink']),
  contentType: v.string(),
  payload: v.string(),
  encodingType: v.exactOptional(v.nullable(v.picklist(['text', 'binary']))),
  source: v.record(v.string(), v.unknown()),
  userdata: v.exactOptional(v.nullable(v.string())),
})
export type TestSoraletRequest = v.InferOutput<typeof testSoraletRequestSchema>

/** What came of a test. */
export const testSoraletResponseSchema = v.object({
  body: v.exactOptional(v.string()),
  contentType: v.exactOptional(v.string()),
  encodingType: v.exactOptional(v.string()),
  resultCode: v.exactOptional(v.number()),
})
export type TestSoraletResponse = v.InferOutput<typeof testSoraletResponseSchema>
