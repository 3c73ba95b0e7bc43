import process from 'node:process'
import { expect, test } from 'vitest'
import { callTimeoutMs, faultKinds } from './fault-kinds.ts'
import { sideBySide } from './side-by-side.ts'
import { tryLargeSet } from './try-large-set.ts'

// Set by `npm run test:faults -- --setups N --seed S`; a sample without.
const setups = Number(process.env.FAULTS_SETUPS ?? 50)
const firstSeed = Number(process.env.FAULTS_SEED ?? 1)
const share = 0.05
const longestMs = 24 * 3_600_000
const times = { callTimeoutMs, deadlineMs: 20_000 }

test(
  'when one call of twenty fails, in any way, each setup succeeds or ends in one clear error, and nothing is left',
  async () => {
    const kinds = Object.values(faultKinds)
    const probability = share / kinds.length
    const found: string[] = []
    const failures = new Map<string, number>()
    const sums = { setups: 0, succeeded: 0, failed: 0, calls: 0, met: 0, wrong: 0 }
    await sideBySide(
      Array.from({ length: setups }, (_, index) => firstSeed + index),
      async (seed) => {
        const faults = kinds.map((kind, index) => ({ ...kind, probability, seed: `${seed}-${index}` }))
        const { outcome, problems, operations, met, messages } = await tryLargeSet(faults, times)
        sums.setups += 1
        sums[outcome] += 1
        sums.calls += operations.length
        sums.met += met
        if (problems.length > 0) sums.wrong += 1
        if (outcome === 'failed') {
          const doing = messages[0]?.match(/failed while ([a-z ]+[a-z])/)?.[1] ?? 'another'
          failures.set(doing, (failures.get(doing) ?? 0) + 1)
        }
        for (const problem of problems) found.push(`seed ${seed}: ${problem}`)
      },
    )
    const { succeeded, failed, calls, met, wrong } = sums
    process.stdout.write(
      `setups ${sums.setups}, succeeded ${succeeded}, failed with an error ${failed}, calls ${calls}, faults met ${met}, wrong ${wrong}\n`,
    )
    for (const [doing, count] of failures) process.stdout.write(`failed while ${doing}: ${count}\n`)
    expect(found).toEqual([])
    expect(met).toBeGreaterThan(setups)
  },
  longestMs,
)
