import type { VitestVersion } from '../support/packed-packages.ts'
import { all } from './situation.ts'

/** What does not hold yet: an operator is left, and nobody but the user's own sandbox knows of it. */
export interface NotYet {
  readonly title: string
  readonly versions: readonly VitestVersion[]
  readonly reason: string
}

const nobodyLeft = 'Vitest ends without a hook, and nothing outlives the process that would delete what it made'

/** What is not held yet, and why. */
export const notYet: readonly NotYet[] = [
  { title: 'a worker that is killed does not keep its sets', versions: all, reason: nobodyLeft },
  { title: 'Ctrl-C in a run does not keep its sets', versions: all, reason: nobodyLeft },
  { title: 'SIGTERM to a run does not keep its sets', versions: all, reason: nobodyLeft },
  { title: 'SIGKILL to a run does not keep its sets', versions: all, reason: nobodyLeft },
  {
    title: 'an afterAll of the user that throws before ours does not keep the set',
    versions: ['3.2'],
    reason: 'Vitest before 4.1 runs no afterAll after one that threw, and has no aroundAll',
  },
]
