import { expect, test } from 'vitest'
import { addKey, createSortedKeys, keysAfter, keysUpTo, removeKey } from './sorted-keys.ts'

// More than two chunks.
const texts = Array.from({ length: 1500 }, (_, index) => String(2 * index + 10_000))

function sorted() {
  const keys = createSortedKeys()
  for (const text of texts.toReversed()) addKey(keys, text)
  return keys
}

test('keys come in order from behind any text, and in reverse order from any text on', () => {
  const keys = sorted()
  for (const text of ['0', '10000', '10001', '11022', '11023', '12998', '12999', '9']) {
    expect([...keysAfter(keys, text)]).toEqual(texts.filter((key) => key > text))
    expect([...keysUpTo(keys, text)]).toEqual(texts.filter((key) => key <= text).toReversed())
  }
})

test('of no keys there are none before or behind any text', () => {
  const keys = createSortedKeys()
  expect([...keysAfter(keys, 'a'), ...keysUpTo(keys, 'a'), ...keysUpTo(keys, '')]).toEqual([])
  addKey(keys, 'a')
  removeKey(keys, 'a')
  expect([...keysUpTo(keys, 'b')]).toEqual([])
})
