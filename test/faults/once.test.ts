import { expect, test } from 'vitest'
import { callTimeoutMs, faultKinds } from './fault-kinds.ts'
import { operations } from './operations.ts'
import { sideBySide } from './side-by-side.ts'
import { tryLargeSet } from './try-large-set.ts'

// A machine that is busy is not what is tried here.
const patient = { callTimeoutMs: 30_000, deadlineMs: 60_000 }

test('the large set makes the calls that are tried, and no others', async () => {
  const trial = await tryLargeSet([], patient)
  expect(trial).toMatchObject({ outcome: 'succeeded', problems: [] })
  expect([...new Set(trial.operations)].sort()).toEqual([...operations].sort())
})

test.each(Object.entries(faultKinds))('when %s once, each call has its effect once all the same', async (_, fault) => {
  const times = fault.kind === 'latency' ? { ...patient, callTimeoutMs } : patient
  const found: string[] = []
  await sideBySide(operations, async (operation) => {
    const { outcome, problems, messages } = await tryLargeSet([{ ...fault, operation, count: 1 }], times)
    for (const problem of problems) found.push(`${operation}: ${problem}`)
    if (outcome === 'failed') found.push(`${operation}: ${messages.join('\n')}`)
  })
  expect(found).toEqual([])
})
