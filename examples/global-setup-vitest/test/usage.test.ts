import { airStats, mib, subscriber, useFixtures } from 'soracom-fixtures/vitest'
import { expect, test } from 'vitest'
import { store } from '../soracom-fixtures.config.ts'

// A SIM of this file's own, in the shop that all files share.
const camera = subscriber({ operator: store.set.shop, subscription: 'plan-D' })
const usage = airStats({ subscriber: camera, at: '2026-11-01', traffic: { 's1.fast': { upload: mib(1) } } })
const fx = useFixtures({ camera, usage })

test('usage is seeded for the camera', () => {
  expect(fx.usage).toMatchObject({ imsi: fx.camera.imsi, totals: { uploadBytes: mib(1) } })
})
