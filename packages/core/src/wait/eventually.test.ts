import { describe, expect, test } from 'vitest'
import { FixtureWaitError } from '../errors/wait-error.ts'
import { eventually } from './eventually.ts'

// A probe that gives one value after the other, and the last one for ever.
function sequence<Value>(...values: Value[]) {
  const probe = () => {
    probe.looks += 1
    return values[Math.min(probe.looks, values.length) - 1] as Value
  }
  probe.looks = 0
  return probe
}

async function failureOf(work: Promise<unknown>): Promise<FixtureWaitError> {
  const error = await work.catch((reason) => reason)
  expect(error).toBeInstanceOf(FixtureWaitError)
  return error as FixtureWaitError
}

test('a value that is there at once costs one look', async () => {
  const probe = sequence('shipped')
  expect(await eventually(probe, { until: (status) => status === 'shipped' })).toBe('shipped')
  expect(probe.looks).toBe(1)
})

test('a pending value is looked at again', async () => {
  const probe = sequence('ordering', 'ordering', 'shipped')
  expect(await eventually(probe, { until: (status) => status === 'shipped', every: 1 })).toBe('shipped')
  expect(probe.looks).toBe(3)
})

test('stable asks for several looks in a row', async () => {
  const probe = sequence(1, 0, 1, 1, 1)
  await eventually(probe, { until: (value) => value === 1, every: 1, stable: 3 })
  expect(probe.looks).toBe(5)
})

test('without until, an assertion is repeated until it holds', async () => {
  const probe = sequence(1, 2, 3)
  await eventually(() => expect(probe()).toBe(3), { every: 1 })
  expect(probe.looks).toBe(3)
})

describe('a wait ends', () => {
  test('at a fatal state, and says which and why', async () => {
    const probe = sequence('ordering', 'canceled')
    const wait = eventually(probe, {
      until: (status) => status === 'shipped',
      fail: (status) => status === 'canceled' && 'a cancelled order is never shipped',
      every: 1,
      what: 'the order to be shipped',
    })
    const error = await failureOf(wait)
    expect(error.code).toBe('FIXTURE_WAIT_FAILED')
    expect(error.message).toMatch(
      /^Waited 0\.\d s \(2 looks\) for the order to be shipped; a cancelled order is never shipped\./,
    )
    expect(error.message).toContain("'canceled'")
    expect(error.lastSeen).toBe('canceled')
  })

  test('when its time is up, with the last states and their ages', async () => {
    const error = await failureOf(
      eventually(sequence('a', 'b', 'c', 'd'), { until: () => false, every: 1, timeout: 30 }),
    )
    expect(error.code).toBe('FIXTURE_WAIT_TIMEOUT')
    expect(error.message).not.toContain("'a'")
    expect(error.message).toMatch(/0\.\d s ago: 'b'\n {2}0\.\d s ago: 'c'\n {2}0\.\d s ago(, \d+ times from .*)?: 'd'/)
  })

  test('when an assertion never holds, with its last error as the cause', async () => {
    const error = await failureOf(
      eventually(
        () => {
          throw new Error('expected 0 to be 3')
        },
        { every: 1, timeout: 20 },
      ),
    )
    expect(error.message).toContain('it threw expected 0 to be 3')
    expect(error.cause).toMatchObject({ message: 'expected 0 to be 3' })
  })

  test('at an error of a probe with until, which is thrown as it is', async () => {
    const cause = { message: 'of another realm' }
    const probe = () => Promise.reject(cause)
    await expect(eventually(probe, { until: () => true, every: 1 })).rejects.toBe(cause)
  })

  test('not at an error that means "not yet"', async () => {
    let looks = 0
    const probe = () => {
      looks += 1
      if (looks < 3) throw Object.assign(new Error('none'), { status: 404 })
      return looks
    }
    const pendingOn = (error: unknown) => (error as { status?: number }).status === 404
    expect(await eventually(probe, { until: () => true, pendingOn, every: 1 })).toBe(3)
  })

  test('when its signal is aborted, with the reason', async () => {
    const abort = new AbortController()
    const wait = eventually(() => abort.abort(new Error('given up')), { until: () => false, signal: abort.signal })
    await expect(wait).rejects.toThrow('given up')
  })
})

test('a message shows nothing that is secret by its name', async () => {
  const probe = () => ({ status: 'ready', token: 'hunter2', nested: [{ authKey: 'hunter2' }] })
  const { message } = await failureOf(eventually(probe, { until: () => false, every: 1, timeout: 5 }))
  expect(message).toContain("status: 'ready'")
  expect(message).not.toContain('hunter2')
})
