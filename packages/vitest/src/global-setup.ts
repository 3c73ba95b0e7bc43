import process from 'node:process'
import {
  closeRun,
  createProgressLine,
  createUseListener,
  FixtureTeardownError,
  type OpenRun,
  openRun,
  toSummaryLine,
} from '@soracom-fixtures/core'

/**
 * Vitest's global setup: says which target the run uses and why, starts one emulator for all its files where the target
 * is the emulator, makes the run-wide sets that `soracom-fixtures.config.ts` exports, and says at the end how many
 * operators were made and how many are left.
 *
 * @example
 * // vitest.config.ts
 * export default defineConfig({ test: { globalSetup: '@soracom-fixtures/vitest/global-setup' } })
 */
export default async function globalSetup(project?: ProjectOfVitest): Promise<() => Promise<void>> {
  const holder = globalThis as { [key]?: { readonly run: Promise<OpenRun>; users: number } }
  // Several projects of one run each call their global setup, and Vitest 5 calls it twice where two configurations name it.
  holder[key] ??= { run: begin(project), users: 0 }
  const shared = holder[key]
  shared.users += 1
  const run = await shared.run
  return async () => {
    shared.users -= 1
    if (shared.users > 0) return
    delete holder[key]
    await end(run)
  }
}

/** What is read of the project that Vitest gives a global setup. */
interface ProjectOfVitest {
  readonly config?: { readonly root?: string }
  readonly vitest?: { readonly config?: { readonly watch?: boolean } }
}

const key = Symbol.for('soracom-fixtures.vitest.run')

async function begin(project: ProjectOfVitest | undefined): Promise<OpenRun> {
  const tell = createUseListener({ user: 'the run', write: writeLine })
  const progress = process.stderr.isTTY ? createProgressLine((text) => process.stderr.write(text)) : () => {}
  const run = await openRun({
    cwd: project?.config?.root ?? process.cwd(),
    watch: project?.vitest?.config?.watch === true,
    listener(event) {
      progress(event)
      tell(event)
    },
  })
  writeLine(run.description)
  return run
}

async function end(run: OpenRun): Promise<void> {
  const { summary, cleanup } = await closeRun(run)
  writeLine(toSummaryLine(summary))
  if (cleanup.failed.length > 0) throw new FixtureTeardownError(cleanup)
}

function writeLine(line: string): void {
  process.stderr.write(`${line}\n`)
}
