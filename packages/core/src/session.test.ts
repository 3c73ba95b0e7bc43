import { startEmulator } from '@soracom-fixtures/emulator'
import { expect, test } from 'vitest'
import { operator } from './resources/operator.ts'
import { subscriber } from './resources/subscriber.ts'
import { createSession } from './session.ts'

test('a session that is declared with await using is torn down at the end of its block', async () => {
  await using emulator = await startEmulator()
  const shop = operator()
  {
    await using session = createSession(
      { shop, meter: subscriber({ operator: shop, subscription: 'plan-D' }) },
      { config: { target: emulator.endpoint } },
    )
    const { meter } = await session.setup()
    expect(meter.imsi).toMatch(/^\d{15}$/)
    expect(emulator.counts().operatorsLeft).toBe(1)
  }
  expect(emulator.counts()).toMatchObject({ operatorsMade: 1, operatorsLeft: 0 })
})

test('a session that was torn down by hand, or not set up, is disposed of without a call', async () => {
  await using emulator = await startEmulator()
  const config = { target: emulator.endpoint }
  {
    await using unused = createSession({ shop: operator() }, { config })
    expect(unused.plan.calls).toBeGreaterThan(0)
  }
  expect(emulator.counts().calls).toBe(0)
  let calls = 0
  {
    await using session = createSession({ shop: operator() }, { config })
    await session.setup()
    await session.teardown()
    calls = emulator.counts().calls
  }
  expect(emulator.counts()).toMatchObject({ operatorsLeft: 0, calls })
})
