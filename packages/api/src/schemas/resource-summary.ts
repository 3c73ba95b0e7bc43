import * as v from 'valibot'

/** `GET /resource_summaries/{resource_summary_type}`: how many SIMs there are of each status. */
export const resourceSummarySchema = v.object({
  resourceSummaryType: v.string(),
  resourceSummaryItems: v.array(
    v.object({
      dimensions: v.array(v.object({ name: v.string(), value: v.string() })),
      /** UNIX milliseconds. */
      updatedTime: v.number(),
      /** Such as `activeSims`. */
      values: v.array(v.object({ name: v.string(), value: v.number() })),
    }),
  ),
})
export type ResourceSummary = v.InferOutput<typeof resourceSummarySchema>
