import * as v from 'valibot'
import { currencies } from '../currencies.ts'

/** Tags of a SIM or a group: names to values. */
export const tagSetSchema = v.record(v.string(), v.string())
export type TagSet = v.InferOutput<typeof tagSetSchema>

/** One tag in a request that puts tags. */
export const tagUpdateRequestSchema = v.object({ tagName: v.string(), tagValue: v.string() })
export type TagUpdateRequest = v.InferOutput<typeof tagUpdateRequestSchema>

export const currencySchema = v.picklist(currencies)

/** The body of an error answer as clients see it: three capitals and four digits, and a sentence. */
export const apiErrorBodySchema = v.object({
  code: v.string(),
  message: v.string(),
  messageArgs: v.exactOptional(v.array(v.unknown())),
})
export type ApiErrorBody = v.InferOutput<typeof apiErrorBodySchema>
