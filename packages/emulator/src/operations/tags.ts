import { tagUpdateRequestSchema } from '@soracom-fixtures/api/schemas'
import * as v from 'valibot'
import { type Tags, withTags } from '../state/tags.ts'
import { notFound } from './api-failure.ts'
import { readBody } from './read-body.ts'

/** Tags with those of a request, which change those of the same name; an empty value is one. */
export function putTags(tags: Tags, body: unknown): Tags {
  const wanted = readBody(v.array(tagUpdateRequestSchema), body)
  return withTags(
    tags,
    wanted.map(({ tagName, tagValue }) => [tagName, tagValue]),
  )
}

/** Tags without one; 404 where there is none. The Go client writes a space in its name as a plus sign. */
export function removeTag(tags: Tags, name: string): Tags {
  const left = new Map(tags)
  if (left.delete(name)) return left
  const meant = [...left.keys()].find((one) => withoutPlus(one) === withoutPlus(name))
  if (meant === undefined) throw notFound('tag', name)
  left.delete(meant)
  return left
}

function withoutPlus(name: string): string {
  return name.replaceAll('+', ' ')
}
