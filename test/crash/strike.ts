import { type ProcessFacts, processesIn, signal } from './processes.ts'
import type { Random } from './random.ts'

/** What happens to a run from outside, and when. */
export interface Strike {
  /** After how many calls of the run. */
  readonly afterCalls: number
  /** Does it, and says what was done. */
  at(run: { readonly pid: number; readonly folder: string }): string
}

/** Draws a strike at some moment of a run that makes about so many calls; it may come too late. */
export function drawStrike(random: Random, calls: number): Strike {
  const name = random.pick(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)
  const victim = random.pick(['runner', 'worker', 'group', 'group'] as const)
  const which = random.below(1000)
  return {
    afterCalls: 1 + random.below(Math.ceil(calls * 1.1)),
    at({ pid, folder }) {
      const workers = victim === 'worker' ? processesIn(folder).filter((one) => isWorker(one, pid)) : []
      const worker = workers[which % Math.max(1, workers.length)]
      if (victim === 'group') signal(-pid, name)
      else signal(worker?.pid ?? pid, name)
      if (victim !== 'worker') return `${name} to the ${victim}`
      // Threads are in the runner's process, and so are tests in band.
      return `${name} to ${worker ? 'a worker' : 'the runner'}`
    },
  }
}

function isWorker({ parent, command }: ProcessFacts, runner: number): boolean {
  return parent === runner && /vitest|jest/.test(command) && !/reaper/.test(command)
}
