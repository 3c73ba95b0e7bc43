import type { SubscriberStatus } from '@soracom-fixtures/api'
import { expect, test } from 'vitest'
import { mayChangeStatus } from './may-change-status.ts'

const targets: readonly SubscriberStatus[] = ['ready', 'active', 'inactive', 'standby', 'suspended', 'terminated']

// What the documentation of statuses allows, from a status to others.
const allowed: readonly (readonly [SubscriberStatus, readonly SubscriberStatus[]])[] = [
  ['ready', ['active', 'inactive', 'standby', 'suspended', 'terminated']],
  ['active', ['inactive', 'standby', 'suspended', 'terminated']],
  ['inactive', ['active', 'standby', 'suspended', 'terminated']],
  ['standby', ['active', 'inactive', 'suspended', 'terminated']],
  ['suspended', ['active', 'inactive', 'standby', 'terminated']],
  ['terminated', []],
]

test.each(allowed)('from %s a SIM goes to %j and nowhere else (documentation of statuses)', (from, to) => {
  const others = targets.filter((target) => target !== from)
  expect(others.filter((target) => mayChangeStatus('plan01s', from, target, false))).toEqual(to)
})

test.each(['plan-D', 'plan-K'] as const)('%s has no standby (published document)', (subscription) => {
  expect(mayChangeStatus(subscription, 'active', 'standby', true)).toBe(false)
})

test('a virtual SIM is active or terminated and nothing else (published document)', () => {
  expect(targets.filter((target) => mayChangeStatus('planArc01', 'active', target, false))).toEqual(['terminated'])
})

test('repeating a status is harmless or refused, as the setting says (not recorded)', () => {
  expect(mayChangeStatus('plan01s', 'active', 'active', true)).toBe(true)
  expect(mayChangeStatus('plan01s', 'active', 'active', false)).toBe(false)
})

test('a plan refuses the statuses that a setting adds (the guide to statuses is not certain of one plan)', () => {
  const more = { 'plan-DU': ['standby', 'suspended'] } as const
  expect(mayChangeStatus('plan-DU', 'active', 'standby', true)).toBe(true)
  expect(mayChangeStatus('plan-DU', 'active', 'standby', true, more)).toBe(false)
  expect(mayChangeStatus('plan-DU', 'active', 'inactive', true, more)).toBe(true)
  expect(mayChangeStatus('plan-K2', 'active', 'standby', true, more)).toBe(true)
})
