import { expect, test } from 'vitest'
import { callTimeoutMs, lastingKinds } from './fault-kinds.ts'
import { operations } from './operations.ts'
import { sideBySide } from './side-by-side.ts'
import { tryLargeSet } from './try-large-set.ts'

// Short, since nothing of this gets better by waiting.
const times = { callTimeoutMs, deadlineMs: 1_200 }

test.each(Object.entries(lastingKinds))(
  'when %s each time, each call has its effect or ends in one clear error, and nothing is left',
  async (_, fault) => {
    const found: string[] = []
    await sideBySide(operations, async (operation) => {
      const { outcome, problems, met } = await tryLargeSet([{ ...fault, operation }], times)
      for (const problem of problems) found.push(`${operation}: ${problem}`)
      // Signing up needs no token, nor do logging in and what comes before.
      if (met === 0 && outcome === 'succeeded' && fault.kind !== 'expiredToken') found.push(`${operation} met no fault`)
    })
    expect(found).toEqual([])
  },
)
