import process from 'node:process'
import { beginRun, endRun, type OpenRun, provideRecords } from '@soracom-fixtures/core/engine'

/**
 * Vitest's global setup: says which target the run uses and why, starts one emulator for all its files where the target
 * is the emulator, makes the run-wide sets that `soracom-fixtures.config.ts` exports, and says at the end how many
 * operators were made and how many are left.
 *
 * @example
 * // vitest.config.ts
 * import { defineConfig } from 'vitest/config'
 * export default defineConfig({ test: { globalSetup: 'soracom-fixtures/vitest/global-setup' } })
 */
export default async function globalSetup(project?: ProjectOfVitest): Promise<() => Promise<void>> {
  const holder = globalThis as { [key]?: { readonly run: Promise<OpenRun>; users: number } }
  // Several projects of one run each call their global setup, and Vitest 5 calls it twice where two configurations name it.
  holder[key] ??= { run: begin(project), users: 0 }
  const shared = holder[key]
  shared.users += 1
  const run = await shared.run
  handOver(run, project)
  return async () => {
    shared.users -= 1
    if (shared.users > 0) return
    delete holder[key]
    await endRun(run, process.stderr)
  }
}

/** What is read of the project that Vitest gives a global setup. */
interface ProjectOfVitest {
  readonly config?: { readonly root?: string; readonly browser?: { readonly enabled?: boolean } }
  readonly vitest?: { readonly config?: { readonly watch?: boolean } }
  provide?(key: string, value: unknown): void
}

const key = Symbol.for('soracom-fixtures.vitest.run')

async function begin(project: ProjectOfVitest | undefined): Promise<OpenRun> {
  const options = { cwd: project?.config?.root ?? process.cwd(), watch: project?.vitest?.config?.watch === true }
  return await beginRun(options, process.stderr)
}

// Vitest gives it to the workers with their tests, so that none has to read it from the disk and unseal it. In browser mode
// it would stand in a page.
function handOver({ records }: OpenRun, project: ProjectOfVitest | undefined): void {
  if (project?.config?.browser?.enabled) return
  provideRecords(records, (name, value) => project?.provide?.(name, value))
}
