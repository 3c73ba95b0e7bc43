import { expect, test } from 'vitest'
import * as face from './index.ts'

test('the public face is what is written down here', () => {
  expect(Object.keys(face).sort()).toEqual([
    'createEmulator',
    'defaultSettings',
    'defineRateCard',
    'parseRateCard',
    'publishedRateCard',
    'startEmulator',
  ])
})
