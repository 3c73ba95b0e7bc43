import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { RunOutcome } from '../support/run-runner.ts'
import type { VitestRunOptions } from '../support/run-vitest.ts'
import { type Runner, type RunnerName, runnerOf, type SituationProject } from './runners.ts'
import type { OwnSituation, SharedSituation, Situation } from './situation.ts'
import { situations } from './situations.ts'

/** Declares a test for each situation that concerns a version of a runner; each runs that version on a small project. */
export function holdSituations(name: RunnerName): void {
  const runner = runnerOf(name)
  const concerning = situations.filter(({ runners }) => runners.includes(name))
  const held = concerning.filter(({ notYet }) => notYet === undefined)
  const open = concerning.filter(({ notYet }) => notYet !== undefined)
  const tally: Tally = { held: 0, operatorsLeft: 0, shown: new Set() }

  describe(name, () => {
    describe('in one run of many files', () => holdTogether(runner, held.filter(isShared), tally))
    describe('in a run of its own', () => holdApart(runner, held.filter(isOwn), tally))
    for (const { title, notYet } of open) test.todo(`${title} (not yet: ${notYet})`)

    afterAll(() => {
      const left = tally.operatorsLeft === 0 ? 'no operator is left' : `${tally.operatorsLeft} operators are LEFT`
      const lines = open.map(({ title, notYet }) => `  not yet: ${title}, since ${notYet}\n`)
      process.stdout.write(`${name}: ${tally.held} of ${held.length} situations held, ${left}\n${lines.join('')}`)
    })
  })
}

interface Tally {
  held: number
  operatorsLeft: number
  /** Runs whose output is printed already. */
  readonly shown: Set<RunOutcome>
}

// Each file has an emulator of its own, so that what it leaves is known to be its own.
function holdTogether(runner: Runner, together: readonly SharedSituation[], tally: Tally): void {
  const files = together.map((situation, index) => ({
    situation,
    name: `${index + 1}-${toSlug(situation.title)}.test.js`,
  }))
  const emulators = new Map<string, Emulator>()
  let project: SituationProject | undefined
  let outcome: RunOutcome

  beforeAll(async () => {
    const texts: Record<string, string> = {}
    for (const { situation, name } of files) {
      const emulator = await startEmulator()
      emulators.set(name, emulator)
      texts[name] = `${runner.imports}\nprocess.env.SORACOM_FIXTURES_TARGET = '${emulator.endpoint}'\n${situation.code}`
    }
    project = await runner.createProject(texts)
    outcome = await run(project, () => ({ args: ['--maxWorkers=2'] }))
  })

  afterAll(async () => {
    for (const emulator of emulators.values()) await emulator.close()
    await project?.remove()
  })

  for (const { situation, name } of files) {
    test(situation.title, async () => {
      await check(situation, { outcome, emulator: emulators.get(name) as Emulator, tally, file: name })
    })
  }
}

function holdApart(runner: Runner, apart: readonly OwnSituation[], tally: Tally): void {
  for (const situation of apart) {
    test.skipIf(situation.needs !== undefined && !hasCommand(situation.needs))(situation.title, async () => {
      await using emulator = await startEmulator()
      const { files } = situation
      const project = await runner.createProject(typeof files === 'function' ? files(runner.imports) : files)
      // Only now: what cleans up after a run reads there what the run has made.
      onTestFinished(() => project.remove())
      const outcome = await run(project, situation.run, emulator.endpoint)
      await check(situation, { outcome, emulator, tally, project })
    })
  }
}

interface Ran {
  readonly outcome: RunOutcome
  readonly emulator: Emulator
  readonly tally: Tally
  /** The situation's own project, or its file among others. */
  readonly project?: SituationProject
  readonly file?: string
}

async function check(situation: Situation, { outcome, emulator, tally, project, file }: Ran): Promise<void> {
  const { deletedWithinMs = 0, holds } = situation
  const tests = outcome.tests.filter((one) => file === undefined || one.file === file)
  const passed = tests.filter(({ status }) => status === 'passed').map(({ title }) => title)
  try {
    if (deletedWithinMs > 0) {
      await expect.poll(() => emulator.counts().operatorsLeft, { timeout: deletedWithinMs }).toBe(0)
    }
    const counts = emulator.counts()
    const { operatorsMade = counts.operatorsMade } = situation
    expect(counts).toMatchObject({ operatorsMade, operatorsLeft: 0 })
    await holds?.({ outcome, tests, passed, counts, ...(project && { project }) })
    tally.held += 1
  } catch (error) {
    if (!tally.shown.has(outcome)) process.stderr.write(`${situation.title}:\n${outcome.text}\n`)
    tally.shown.add(outcome)
    throw error
  } finally {
    tally.operatorsLeft += emulator.counts().operatorsLeft
  }
}

async function run(project: SituationProject, options: OwnSituation['run'], endpoint?: string): Promise<RunOutcome> {
  const given: VitestRunOptions = options?.(project) ?? {}
  return await project.run(endpoint ? { ...given, env: { SORACOM_FIXTURES_TARGET: endpoint } } : given)
}

function isShared(situation: Situation): situation is SharedSituation {
  return 'code' in situation
}

function isOwn(situation: Situation): situation is OwnSituation {
  return 'files' in situation
}

function toSlug(title: string): string {
  return title.replaceAll(/\W+/g, '-').slice(0, 60)
}

function hasCommand(command: string): boolean {
  return spawnSync('which', [command]).status === 0
}
