import { operator, subscribers, useFixtures } from 'soracom-fixtures/vitest'
import { describe, expect, test } from 'vitest'

// #region describe
const fx = useFixtures({ shop: operator() })

describe('with a fleet', () => {
  const fleet = useFixtures({ owner: operator(), trackers: subscribers(3) })

  test('it has three trackers', () => {
    expect(fleet.trackers).toHaveLength(3)
    expect(fleet.owner.operatorId).not.toBe(fx.shop.operatorId)
  })
})
// #endregion
