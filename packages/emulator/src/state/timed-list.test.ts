import { describe, expect, test } from 'vitest'
import { createTimedList, entriesOf, entryAt, putEntry, removeEntry, type TimedRange } from './timed-list.ts'

function listOf(...timesMs: readonly number[]) {
  const list = createTimedList<{ readonly timeMs: number; readonly text: string }>()
  for (const timeMs of timesMs) putEntry(list, { timeMs, text: String(timeMs) })
  return list
}

function timesOf(list: ReturnType<typeof listOf>, range: TimedRange): number[] {
  return [...entriesOf(list, range)].map(({ timeMs }) => timeMs)
}

describe('a list by time', () => {
  test('is in order of time, whatever order its entries come in', () => {
    expect(timesOf(listOf(3, 1, 2), { order: 'oldestFirst' })).toEqual([1, 2, 3])
    expect(timesOf(listOf(3, 1, 2), { order: 'newestFirst' })).toEqual([3, 2, 1])
  })

  test('has one entry of a time, the last that was put in', () => {
    const list = listOf(1, 2, 3)
    putEntry(list, { timeMs: 2, text: 'again' })
    expect(entryAt(list, 2)).toEqual({ timeMs: 2, text: 'again' })
    expect(timesOf(list, { order: 'oldestFirst' })).toEqual([1, 2, 3])
  })

  test('gives nothing for a time that it has no entry of', () => {
    expect(entryAt(listOf(1, 3), 2)).toBeUndefined()
    expect(entryAt(listOf(), 2)).toBeUndefined()
  })

  test('counts both ends of a range in', () => {
    expect(timesOf(listOf(1, 2, 3, 4), { fromMs: 2, toMs: 3, order: 'oldestFirst' })).toEqual([2, 3])
    expect(timesOf(listOf(1, 2, 3, 4), { fromMs: 2, toMs: 3, order: 'newestFirst' })).toEqual([3, 2])
  })

  test('goes on behind the last entry of a page in either order, though that entry is gone', () => {
    const list = listOf(1, 2, 3, 4)
    removeEntry(list, 2)
    removeEntry(list, 9)
    expect(timesOf(list, { afterMs: 2, order: 'oldestFirst' })).toEqual([3, 4])
    expect(timesOf(list, { afterMs: 3, order: 'newestFirst' })).toEqual([1])
  })
})
