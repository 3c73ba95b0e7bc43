import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createInlineProject, type ProjectFiles } from '../support/inline-project.ts'
import type { VitestVersion } from '../support/packed-packages.ts'
import type { RunOptions, RunOutcome } from '../support/run-vitest.ts'
import { imports, type OwnSituation, type SharedSituation, type Situation } from './situation.ts'
import { situations } from './situations.ts'

/** Declares a test for each situation that concerns a version of Vitest; each runs that version on a small project. */
export function holdSituations(version: VitestVersion): void {
  const concerning = situations.filter(({ versions }) => versions.includes(version))
  const held = concerning.filter(({ notYet }) => notYet === undefined)
  const open = concerning.filter(({ notYet }) => notYet !== undefined)
  const tally: Tally = { held: 0, operatorsLeft: 0, shown: new Set() }

  describe(`Vitest ${version}`, () => {
    describe('in one run of many files', () => holdTogether(version, held.filter(isShared), tally))
    describe('in a run of its own', () => holdApart(version, held.filter(isOwn), tally))
    for (const { title, notYet } of open) test.todo(`${title} (not yet: ${notYet})`)

    afterAll(() => {
      const left = tally.operatorsLeft === 0 ? 'no operator is left' : `${tally.operatorsLeft} operators are LEFT`
      const lines = open.map(({ title, notYet }) => `  not yet: ${title}, since ${notYet}\n`)
      process.stdout.write(
        `Vitest ${version}: ${tally.held} of ${held.length} situations held, ${left}\n${lines.join('')}`,
      )
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
function holdTogether(version: VitestVersion, together: readonly SharedSituation[], tally: Tally): void {
  const files = together.map((situation, index) => ({
    situation,
    name: `${index + 1}-${toSlug(situation.title)}.test.ts`,
  }))
  const emulators = new Map<string, Emulator>()
  let outcome: RunOutcome

  beforeAll(async () => {
    const texts: Record<string, string> = {}
    for (const { situation, name } of files) {
      const emulator = await startEmulator()
      emulators.set(name, emulator)
      texts[name] = `${imports}\nprocess.env.SORACOM_FIXTURES_TARGET = '${emulator.endpoint}'\n${situation.code}`
    }
    outcome = await run(version, texts, () => ({ args: ['--maxWorkers=2'] }))
  })

  afterAll(async () => {
    for (const emulator of emulators.values()) await emulator.close()
  })

  for (const { situation, name } of files) {
    test(situation.title, async () => {
      await check(situation, outcome, emulators.get(name) as Emulator, tally, name)
    })
  }
}

function holdApart(version: VitestVersion, apart: readonly OwnSituation[], tally: Tally): void {
  for (const situation of apart) {
    test.skipIf(situation.needs !== undefined && !hasCommand(situation.needs))(situation.title, async () => {
      await using emulator = await startEmulator()
      const outcome = await run(version, situation.files, situation.run, emulator.endpoint)
      await check(situation, outcome, emulator, tally)
    })
  }
}

async function check(
  situation: Situation,
  outcome: RunOutcome,
  emulator: Emulator,
  tally: Tally,
  file?: string,
): Promise<void> {
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
    holds?.({ outcome, tests, passed, counts })
    tally.held += 1
  } catch (error) {
    if (!tally.shown.has(outcome)) process.stderr.write(`${situation.title}:\n${outcome.text}\n`)
    tally.shown.add(outcome)
    throw error
  } finally {
    tally.operatorsLeft += emulator.counts().operatorsLeft
  }
}

async function run(
  vitest: VitestVersion,
  files: ProjectFiles,
  options: OwnSituation['run'],
  endpoint?: string,
): Promise<RunOutcome> {
  const project = await createInlineProject(files, { vitest })
  try {
    const given: RunOptions = options?.(project) ?? {}
    return await project.runVitest(endpoint ? { ...given, env: { SORACOM_FIXTURES_TARGET: endpoint } } : given)
  } finally {
    await project.remove()
  }
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
