/** What is wrong with tags, for those whose compiler does not tell. */
export function checkTags(tags: Readonly<Record<string, unknown>> = {}): string[] {
  return Object.entries(tags)
    .filter(([name, value]) => name === '' || typeof value !== 'string')
    .map(([name, value]) =>
      name === ''
        ? 'a tag has an empty name'
        : `tag ${JSON.stringify(name)} must be text, not ${JSON.stringify(value)} (${typeof value})`,
    )
}
