import { tagUpdateRequestSchema } from '@soracom-fixtures/api/schemas'
import * as v from 'valibot'
import { readBody } from './read-body.ts'

/** Adds the tags of a request and changes those of the same name; an empty value is one. */
export function putTags(tags: Map<string, string>, body: unknown): void {
  for (const { tagName, tagValue } of readBody(v.array(tagUpdateRequestSchema), body)) tags.set(tagName, tagValue)
}

/** Takes a tag off; `false` where there is none. The Go client writes a space in its name as a plus sign. */
export function removeTag(tags: Map<string, string>, name: string): boolean {
  return tags.delete(name) || tags.delete(name.replaceAll('+', ' '))
}
