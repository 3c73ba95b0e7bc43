import { expect, test } from 'vitest'
import { chargeOfData } from './charge-of-data.ts'
import { toExact } from './to-exact.ts'

const mebibyte = 1_048_576
const price = { price: 0.2, perBytes: mebibyte, unitBytes: 1 }

test.each([
  [price, 5 * mebibyte, 5 * mebibyte, 1],
  [{ ...price, price: 0.1 }, 3 * mebibyte, 3 * mebibyte, 0.3],
  [{ ...price, unitBytes: mebibyte }, 1, mebibyte, 0.2],
  [{ ...price, unitBytes: 1000, perBytes: 1000 }, 1001, 2000, 0.4],
  [price, 0, 0, 0],
])('%j for %d bytes charges %d bytes and %d', (of, bytes, quantity, amount) => {
  expect(chargeOfData(of, bytes)).toEqual({ quantity, amount })
})

test('a total that is split over many days costs the same', () => {
  const days = Array.from({ length: 22 }, (_, day) => Math.floor((300 * mebibyte * (day + 1)) / 22))
  const amounts = days.map((upTo, day) => chargeOfData(price, upTo - (days[day - 1] ?? 0)).amount)
  expect(toExact(amounts.reduce((sum, amount) => sum + amount, 0))).toBe(60)
})
