import { writeFileSync } from 'node:fs'
import process from 'node:process'
import { expect, test } from 'vitest'
import { startCrashEmulator } from './crash-emulator.ts'
import { crashRunners } from './crash-projects.ts'
import { type CrashOutcome, runCrash } from './crash-run.ts'

// Set by `npm run test:crash -- --runs N --seed S`; a sample without.
const runs = Number(process.env.CRASH_RUNS ?? 40)
const firstSeed = Number(process.env.CRASH_SEED ?? 1)
const runner = crashRunners.find((name) => name === process.env.CRASH_RUNNER)
const atOnce = 2
const longestMs = 24 * 3_600_000
// So many have something for a sweep among them.
const manyRuns = 40

// Which processes a run has is read as Linux tells it.
test.skipIf(process.platform !== 'linux')(
  'whatever happens to the processes of a run, nothing is left',
  async () => {
    const outcomes: CrashOutcome[] = []
    const seeds = Array.from({ length: runs }, (_, index) => firstSeed + index)
    const lane = async (): Promise<void> => {
      const emulator = await startCrashEmulator()
      for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
        const outcome = await runCrash(seed, emulator, runner)
        outcomes.push(outcome)
        if (process.env.CRASH_RUNS || outcome.left > 0) tell(outcome)
      }
      await emulator.stop()
    }
    await Promise.all(Array.from({ length: atOnce }, lane))
    const sum = (of: (outcome: CrashOutcome) => number) => outcomes.reduce((all, one) => all + of(one), 0)
    const result = { runs: outcomes.length, made: sum(({ made }) => made), left: sum(({ left }) => left) }
    if (process.env.CRASH_RESULT) writeFileSync(process.env.CRASH_RESULT, JSON.stringify(result))
    expect(result).toMatchObject({ runs, left: 0 })
    expect(result.made).toBeGreaterThanOrEqual(runs)
    // Else nothing would have been left anyway.
    if (runs >= manyRuns) expect(sum(({ swept }) => swept)).toBeGreaterThan(0)
  },
  longestMs,
)

function tell({ seed, story, made, swept, left, text }: CrashOutcome): void {
  const there = swept > 0 ? `, ${swept} for the sweep` : ''
  process.stderr.write(`seed ${seed}: ${story}; ${made} made${there}, ${left} left\n${left > 0 ? text : ''}`)
}
