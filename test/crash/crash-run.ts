import { setTimeout as sleep } from 'node:timers/promises'
import { runCommandLine } from '../support/command-line.ts'
import { createInlineProject } from '../support/inline-project.ts'
import { createJestProject } from '../support/jest-project.ts'
import type { StartedRun } from '../support/start-vitest.ts'
import type { CrashEmulator } from './crash-emulator.ts'
import { type CrashProject, type CrashRunner, drawProject } from './crash-projects.ts'
import { processesIn, signal } from './processes.ts'
import { createRandom } from './random.ts'
import { drawStrike, type Strike } from './strike.ts'

/** What one run came to. */
export interface CrashOutcome {
  readonly seed: number
  /** What it was and what happened to it. */
  readonly story: string
  readonly made: number
  /** What was there before the sweep, where one cleans up and no reaper. */
  readonly swept: number
  readonly left: number
  /** What it printed; for looking at where something is left. */
  readonly text: string
}

const longestRunMs = 60_000
// What goes on for longer after its strike hangs, and is ended as a person would end it.
const longestEndMs = 30_000
const longestOrphanMs = 60_000
// A reaper tries again after 2, 10 and 30 seconds.
const longestReaperMs = 90_000
const lookMs = 50

/** Runs a real project, does something to it at a random moment, and asks the emulator what is left. */
export async function runCrash(seed: number, emulator: CrashEmulator, runner?: CrashRunner): Promise<CrashOutcome> {
  const random = createRandom(seed)
  const drawn = drawProject(random, runner)
  const strike = drawStrike(random, drawn.calls)
  const before = await emulator.counts()
  const project = await createProject(drawn)
  try {
    const env = { ...drawn.env, SORACOM_FIXTURES_TARGET: emulator.endpoint }
    const run = project.start({ args: drawn.args, env })
    const struck = await strikeAt(strike, run, { folder: project.folder, emulator, callsBefore: before.calls })
    const { text, hung } = await endOf(run)
    const orphaned = await endOrphans(run, project.folder)
    const unswept = drawn.reaper ? undefined : await emulator.counts()
    const cleaned = drawn.reaper ? await untilNoReaper(project.folder) : await sweep(project.folder, emulator)
    const after = await emulator.counts()
    return {
      seed,
      story: [`${drawn.name}: ${struck}`, hung, orphaned, cleaned].filter((part) => part !== '').join('; '),
      made: after.operatorsMade - before.operatorsMade,
      swept: (unswept ?? before).operatorsLeft - before.operatorsLeft,
      left: after.operatorsLeft - before.operatorsLeft,
      text,
    }
  } finally {
    await project.remove()
  }
}

interface StartableProject {
  readonly folder: string
  start(options: { readonly args: readonly string[]; readonly env: Readonly<Record<string, string>> }): StartedRun
  remove(): Promise<void>
}

const vitestVersions = { 'vitest 3.2': '3.2', 'vitest 4.1': '4.1', 'vitest 5.1': '5.1' } as const

async function createProject({ runner, files }: CrashProject): Promise<StartableProject> {
  if (runner === 'jest 29' || runner === 'jest 30') {
    const project = await createJestProject(files, runner === 'jest 29' ? '29' : '30')
    return { ...project, start: project.startJest }
  }
  const project = await createInlineProject(files, { vitest: vitestVersions[runner] })
  return { ...project, start: project.startVitest }
}

interface Surroundings {
  readonly folder: string
  readonly emulator: CrashEmulator
  readonly callsBefore: number
}

// Strikes as soon as the run has made so many calls; not at all where it ends before.
async function strikeAt(strike: Strike, run: StartedRun, { folder, emulator, callsBefore }: Surroundings) {
  const { afterCalls } = strike
  const untilMs = Date.now() + longestRunMs
  let ended = false
  run.ended.then(
    () => {
      ended = true
    },
    () => 'told where it is awaited',
  )
  while (!ended && Date.now() < untilMs) {
    const calls = (await emulator.counts()).calls - callsBefore
    if (calls >= afterCalls) return `${strike.at({ pid: run.pid, folder })} after ${calls} calls`
    await sleep(5)
  }
  return ended ? 'ended by itself' : 'not struck'
}

async function endOf(run: StartedRun): Promise<{ readonly text: string; readonly hung: string }> {
  let hung = ''
  const timer = setTimeout(() => {
    hung = `hung, and was killed after ${longestEndMs} ms`
    signal(-run.pid, 'SIGKILL')
  }, longestEndMs)
  const text = await run.ended
  clearTimeout(timer)
  return { text, hung }
}

// Its workers may outlive it, and go on making operators.
async function endOrphans({ pid }: StartedRun, folder: string): Promise<string> {
  const orphans = () => processesIn(folder).filter(({ group }) => group === pid)
  if (await until(() => orphans().length === 0, longestOrphanMs)) return ''
  const names = orphans().map(({ command }) => command.trim())
  signal(-pid, 'SIGKILL')
  await until(() => orphans().length === 0, longestOrphanMs)
  return `orphans were killed after ${longestOrphanMs} ms: ${names.join(', ')}`
}

async function untilNoReaper(folder: string): Promise<string> {
  if (await until(() => processesIn(folder).length === 0, longestReaperMs)) return ''
  return `still there after ${longestReaperMs} ms: ${processesIn(folder).map(({ command }) => command.trim())}`
}

async function sweep(folder: string, emulator: CrashEmulator): Promise<string> {
  const { exitCode, stdout, stderr } = await runCommandLine(['sweep', '--yes'], {
    cwd: folder,
    env: { SORACOM_FIXTURES_TARGET: emulator.endpoint },
  })
  return exitCode === 0 ? '' : `the sweep ended with ${exitCode}: ${stdout}${stderr}`
}

async function until(holds: () => boolean, longestMs: number): Promise<boolean> {
  const untilMs = Date.now() + longestMs
  while (!holds()) {
    if (Date.now() > untilMs) return false
    await sleep(lookMs)
  }
  return true
}
