import { appendFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { RetryBudget } from '@soracom-fixtures/client'
import { markOfRun, openMarks } from './first-of-run.ts'
import { fileNameOf } from './run-folder.ts'
import { runnerOfThisProcess } from './runner-identity.ts'
import { systemTime } from './system-time.ts'

// A target that comes back within its time is waited for, however many call it; and a few calls show nothing.
const usualPatienceMs = 15_000
const mostFailures = 20
// Failures so long ago say nothing about now, as in a watch.
const forgottenMs = 60_000

/** The file in which the processes of this run count what they send to an endpoint in vain; made with the first failure. */
export function failuresFile(endpoint: string): string {
  return markOfRun(runnerOfThisProcess(), `failures-${fileNameOf(endpoint)}`)
}

/**
 * The budget of all processes that share a file. When no attempt of any of them has been answered for some time, and
 * there were more than a few, the target is down: from then on each call is tried once, until one is answered.
 */
export function createRetryBudget(
  path: string,
  {
    now = systemTime,
    patienceMs = usualPatienceMs,
  }: { readonly now?: () => number; readonly patienceMs?: number } = {},
): RetryBudget {
  return {
    answered() {
      if (existsSync(path)) rmSync(path, { force: true })
    },
    failed() {
      const { sinceMs, failures } = countOne(path, now())
      const forMs = now() - sinceMs
      if (failures < mostFailures || forMs < patienceMs) return undefined
      return `The target is down: for ${Math.round(forMs / 1000)} s it has answered none of the ${failures} attempts of this run, so that nothing is repeated any more.`
    },
  }
}

// The file begins with the time of the first failure; each failure is a byte behind that, which many can add at once.
function countOne(path: string, nowMs: number): { readonly sinceMs: number; readonly failures: number } {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) openMarks()
  else if (nowMs - stat.mtimeMs > forgottenMs) rmSync(path, { force: true })
  try {
    writeFileSync(path, `${Math.round(nowMs)}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  appendFileSync(path, '.')
  const [since, marks = ''] = readText(path).split('\n')
  return { sinceMs: Number(since) || nowMs, failures: marks.length }
}

// Taken away meanwhile by a call that was answered.
function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}
