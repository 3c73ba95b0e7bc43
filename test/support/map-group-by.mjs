// What Node 20 lacks for the reporters of Vitest 5.
Map.groupBy ??= (items, toKey) => {
  const groups = new Map()
  for (const [index, item] of [...items].entries()) {
    const key = toKey(item, index)
    groups.set(key, [...(groups.get(key) ?? []), item])
  }
  return groups
}
