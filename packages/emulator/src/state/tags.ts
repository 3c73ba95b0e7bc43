/** Tags by name. They are never changed but replaced, so that all that have none can have the same. */
export type Tags = ReadonlyMap<string, string>

/** No tags. */
export const noTags: Tags = new Map()

/** Tags with more of them; those of the same name are changed. */
export function withTags(tags: Tags, more: Iterable<readonly [string, string]>): Tags {
  const merged = new Map([...tags, ...more])
  return merged.size === 0 ? noTags : merged
}
