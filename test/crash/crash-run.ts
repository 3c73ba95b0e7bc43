import { readdirSync, readFileSync } from 'node:fs'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { startCommandLine } from '../support/command-line.ts'
import { createInlineProject } from '../support/inline-project.ts'
import { drawProject } from './crash-projects.ts'
import { createRandom, type Random } from './random.ts'

/** What one run came to. */
export interface CrashOutcome {
  readonly seed: number
  /** What it was and what happened to it. */
  readonly story: string
  readonly made: number
  readonly left: number
  /** What it printed; for looking at where something is left. */
  readonly text: string
}

/** An emulator in a process of its own. */
export interface CrashEmulator {
  readonly endpoint: string
  counts(): Promise<{ readonly operatorsMade: number; readonly operatorsLeft: number; readonly calls: number }>
  stop(): Promise<unknown>
}

// Long enough for a reaper that looks twice, on a machine that is busy.
const longestWaitMs = 45_000
const longestRunMs = 60_000

/** Starts an emulator whose answers take a moment, so that something is under way at any time. */
export async function startCrashEmulator(): Promise<CrashEmulator> {
  const emulator = startCommandLine(['emulator', '--port', '0', '--latency-ms', '15', '--json'])
  const { endpoint } = JSON.parse(await emulator.firstLine) as { endpoint: string }
  return {
    endpoint,
    async counts() {
      return (await (await fetch(`${endpoint}/_emulator/counts`)).json()) as never
    },
    async stop() {
      emulator.kill('SIGTERM')
      return await emulator.ended
    },
  }
}

/** Runs a real project, does something to it at a random moment, and asks the emulator what is left. */
export async function runCrash(seed: number, emulator: CrashEmulator): Promise<CrashOutcome> {
  const random = createRandom(seed)
  const drawn = drawProject(random)
  const strike = drawStrike(random, drawn.calls)
  const project = await createInlineProject(drawn.files)
  const before = await emulator.counts()
  try {
    const run = project.startVitest({ args: drawn.args, env: { SORACOM_FIXTURES_TARGET: emulator.endpoint } })
    let ended = false
    const end = run.ended.then((text) => {
      ended = true
      return text
    })
    const deadlineMs = Date.now() + longestRunMs
    let struck = 'nothing'
    while (!ended) {
      const { calls } = await emulator.counts()
      if (calls - before.calls >= strike.afterCalls) {
        struck = strike.at(run.pid)
        break
      }
      if (Date.now() > deadlineMs) break
      await sleep(5)
    }
    // Whatever is still there by then hangs, and is ended as a person would end it.
    const timer = setTimeout(() => killGroup(run.pid, 'SIGKILL'), longestRunMs)
    const text = await end
    clearTimeout(timer)
    const after = await settle(emulator, before.operatorsLeft)
    return {
      seed,
      story: `${drawn.name}: ${struck} after ${strike.afterCalls} calls`,
      made: after.operatorsMade - before.operatorsMade,
      left: after.operatorsLeft - before.operatorsLeft,
      text,
    }
  } finally {
    await project.remove()
  }
}

interface Strike {
  readonly afterCalls: number
  /** Does it, and says what was done. */
  at(runnerPid: number): string
}

function drawStrike(random: Random, calls: number): Strike {
  const signal = random.pick(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)
  const victim = random.pick(['runner', 'worker', 'group', 'group'] as const)
  return {
    afterCalls: 1 + random.below(Math.ceil(calls * 1.1)),
    at(runnerPid) {
      if (victim === 'group') killGroup(runnerPid, signal)
      else if (victim === 'runner') kill(runnerPid, signal)
      else {
        const workers = workersOf(runnerPid)
        const worker = workers[random.below(Math.max(1, workers.length))]
        // Threads are in the runner's process.
        kill(worker ?? runnerPid, signal)
        return `${signal} to ${worker === undefined ? 'the runner' : 'a worker'}`
      }
      return `${signal} to the ${victim}`
    },
  }
}

// Waits until nothing is left that was not there before, as long as that may take.
async function settle(emulator: CrashEmulator, leftBefore: number) {
  const untilMs = Date.now() + longestWaitMs
  for (;;) {
    const counts = await emulator.counts()
    if (counts.operatorsLeft <= leftBefore) {
      // An orphan may be about to make another.
      await sleep(300)
      const again = await emulator.counts()
      if (again.operatorsLeft <= leftBefore && again.calls === counts.calls) return again
    }
    if (Date.now() > untilMs) return counts
    await sleep(100)
  }
}

// Its children, as Linux tells; its reaper is none of the run's.
function workersOf(pid: number): number[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
      if (parent !== pid) return []
      return /vitest/.test(readFileSync(`/proc/${name}/cmdline`, 'utf8')) ? [Number(name)] : []
    } catch {
      return []
    }
  })
}

function killGroup(pid: number, signal: NodeJS.Signals): void {
  if (pid > 0) kill(-pid, signal)
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
