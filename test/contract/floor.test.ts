import { expect, test } from 'vitest'
import { createCoverage, noteAnswer } from './coverage.ts'
import { compareFloors, toFloor } from './floor.ts'

const covered = createCoverage()
noteAnswer(covered, 'getGroup', 404, [])
noteAnswer(covered, 'getGroup', 200, ['/groupId', '/tags'])
noteAnswer(covered, 'auth', 400, [])
noteAnswer(covered, 'listGroups', 401, [])
noteAnswer(covered, 'listDevices', 501, [])
const floor = toFloor(covered)

test('a floor has the statuses and the number of fields of each operation that was reached, in order', () => {
  expect(Object.entries(floor)).toEqual([
    ['auth', { statuses: [400], fields: 0 }],
    ['getGroup', { statuses: [200, 404], fields: 2 }],
  ])
})

test('what fell and what grew is told by operation', () => {
  const present = { getGroup: { statuses: [200, 400], fields: 1 }, listGroups: { statuses: [200], fields: 3 } }
  expect(compareFloors(floor, present)).toEqual({
    beneath: ['auth', 'getGroup: status 404', 'getGroup: 2 fields, not 1'],
    above: ['getGroup: status 400', 'listGroups'],
  })
  expect(compareFloors(floor, floor)).toEqual({ beneath: [], above: [] })
})
