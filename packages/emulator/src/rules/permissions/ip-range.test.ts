import { expect, test } from 'vitest'
import { isInRange, toIpRange } from './ip-range.ts'

test.each([
  ['10.0.0.0/24', '10.0.0.0', true],
  ['10.0.0.0/24', '10.0.0.255', true],
  ['10.0.0.0/24', '10.0.1.0', false],
  // Whatever stands after the bits that count.
  ['10.0.0.1/24', '10.0.0.200', true],
  ['10.0.0.1', '10.0.0.1', true],
  ['10.0.0.1', '10.0.0.2', false],
  ['10.0.0.1/32', '10.0.0.2', false],
  ['0.0.0.0/0', '255.255.255.255', true],
  ['128.0.0.0/1', '127.255.255.255', false],
  ['2001:db8::/32', '2001:db8:0:0:0:0:0:1', true],
  ['2001:db8::/32', '2001:DB8::ffff', true],
  ['2001:db8::/32', '2001:db9::', false],
  ['::1', '0:0:0:0:0:0:0:1', true],
  ['::/0', 'ffff::', true],
  ['::ffff:10.0.0.0/104', '::ffff:10.1.2.3', true],
  ['1:2:3:4:5:6:7:8/127', '1:2:3:4:5:6:7:9', true],
  ['::/0', '10.0.0.1', false],
  ['0.0.0.0/0', '::1', false],
  ['10.0.0.0/8', 'nowhere', false],
])('the range %s holds %s: %s', (text, address, holds) => {
  const range = toIpRange(text)
  if (!range) throw new Error(`${text} is a range.`)
  expect(isInRange(address, range)).toBe(holds)
})

test.each([
  ...['', '/', '/24', '10.0.0', '10.0.0.256', '10.0.0.0/', '10.0.0.0/33', '10.0.0.0/-1', '10.0.0.0/8/8', '10.0.0.0/x'],
  ...[':', ':::', '1::2::3', '::/129', '12345::', 'g::', '[::1]', '::1]/x', ' ::1', '10.0.0.0 /8'],
])('%j is no range', (text) => {
  expect(toIpRange(text)).toBe(undefined)
})
