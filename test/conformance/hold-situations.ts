import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createInlineProject, type ProjectFiles } from '../support/inline-project.ts'
import type { VitestVersion } from '../support/packed-packages.ts'
import type { RunOptions, RunOutcome, TestOutcome } from '../support/run-vitest.ts'
import { notYet } from './not-yet.ts'
import { imports, type OwnSituation, type SharedSituation, type Situation } from './situation.ts'
import { situations } from './situations.ts'

/** Declares a test for each situation that concerns a version of Vitest; each runs that version on a small project. */
export function holdSituations(version: VitestVersion): void {
  const concerns = (one: { readonly versions: readonly VitestVersion[] }) => one.versions.includes(version)
  const own = situations.filter(isOwn).filter(concerns)
  const shared = situations.filter(isShared).filter(concerns)
  const open = notYet.filter(concerns)
  const shown = new Set<RunOutcome>()
  const tally = { held: 0, operatorsLeft: 0 }

  function check(situation: Situation, outcome: RunOutcome, tests: readonly TestOutcome[], emulator: Emulator): void {
    const counts = emulator.counts()
    tally.operatorsLeft += counts.operatorsLeft
    const passed = tests.filter(({ status }) => status === 'passed').map(({ title }) => title)
    try {
      const { operatorsMade = counts.operatorsMade } = situation
      expect(counts).toMatchObject({ operatorsMade, operatorsLeft: 0 })
      situation.holds?.({ outcome, tests, passed, counts })
    } catch (error) {
      if (!shown.has(outcome)) process.stderr.write(`${situation.title}:\n${outcome.text}\n`)
      shown.add(outcome)
      throw error
    }
    tally.held += 1
  }

  describe(`Vitest ${version}`, () => {
    describe('in one run of many files', () => {
      const emulators = new Map<SharedSituation, Emulator>()
      let outcome: RunOutcome

      beforeAll(async () => {
        for (const situation of shared) emulators.set(situation, await startEmulator())
        const files = [...emulators].map(([{ title, code }, { endpoint }]) => [
          toFileName(title),
          toFile(code, endpoint),
        ])
        outcome = await run(version, Object.fromEntries(files), () => ({ args: ['--maxWorkers=2'] }))
      })

      afterAll(async () => {
        for (const emulator of emulators.values()) await emulator.close()
      })

      test.each(shared)('$title', (situation) => {
        const tests = outcome.tests.filter(({ file }) => file === toFileName(situation.title))
        check(situation, outcome, tests, emulators.get(situation) as Emulator)
      })
    })

    describe('in a run of its own', () => {
      for (const situation of own) {
        test.skipIf(situation.needs !== undefined && !hasCommand(situation.needs))(situation.title, async () => {
          await using emulator = await startEmulator()
          const outcome = await run(version, situation.files, situation.run, emulator.endpoint)
          check(situation, outcome, outcome.tests, emulator)
        })
      }
    })

    for (const { title, reason } of open) test.todo(`${title} (not yet: ${reason})`)

    afterAll(() => {
      const left = tally.operatorsLeft === 0 ? 'no operator is left' : `${tally.operatorsLeft} operators are LEFT`
      const lines = open.map(({ title, reason }) => `  not yet: ${title}; ${reason}\n`)
      const situationsHeld = `${tally.held} of ${own.length + shared.length} situations held`
      process.stdout.write(`Vitest ${version}: ${situationsHeld}, ${left}\n${lines.join('')}`)
    })
  })
}

function isShared(situation: Situation): situation is SharedSituation {
  return 'code' in situation
}

function isOwn(situation: Situation): situation is OwnSituation {
  return 'files' in situation
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

function toFileName(title: string): string {
  return `${title.replaceAll(/\W+/g, '-').slice(0, 80)}.test.ts`
}

// Each file has an emulator of its own, so that what it leaves is known to be its own.
function toFile(code: string, endpoint: string): string {
  return `${imports}\nprocess.env.SORACOM_FIXTURES_TARGET = '${endpoint}'\n${code}`
}

function hasCommand(command: string): boolean {
  return spawnSync('which', [command]).status === 0
}
