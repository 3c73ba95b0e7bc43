import { expect, test } from 'vitest'
import { isKnown, knownDifferences } from './known-differences.ts'

test('each known difference has its reason, its source, and the day on which it was last seen', () => {
  const today = new Date().toISOString().slice(0, 10)
  for (const { operationId, what, reason, source, lastSeen } of knownDifferences) {
    const name = `${operationId}: ${what}`
    expect(reason, name).toMatch(/^[A-Z].*\.$/)
    expect(source, name).not.toBe('')
    expect(new Date(lastSeen).toISOString().slice(0, 10), name).toBe(lastSeen)
    // The platform opened on 2015-09-30.
    expect(lastSeen >= '2015-09-30' && lastSeen <= today, `${name}: ${lastSeen}`).toBe(true)
  }
})

test('a difference is known by its operation and by its words, or their pattern', () => {
  const known = { reason: '', source: '', lastSeen: '2026-07-31' }
  const difference = { operationId: 'getGroup', what: '/tags is null' }
  expect(isKnown(difference, { ...known, operationId: '*', what: / is null$/ })).toBe(true)
  expect(isKnown(difference, { ...known, operationId: 'getGroup', what: '/tags is null' })).toBe(true)
  expect(isKnown(difference, { ...known, operationId: 'getSim', what: / is null$/ })).toBe(false)
  expect(isKnown(difference, { ...known, operationId: 'getGroup', what: '/tags' })).toBe(false)
})
