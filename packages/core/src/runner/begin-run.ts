import { createProgressLine } from '../report/progress-line.ts'
import { createUseListener } from '../report/use-listener.ts'
import { type OpenRun, type OpenRunOptions, openRun } from '../run/open-run.ts'

/** Where a global setup writes to, such as `process.stderr`. */
export interface RunOutput {
  /** Whether it is a terminal, where a line can be kept up to date. */
  readonly isTTY?: boolean
  write(text: string): unknown
}

/**
 * What a runner's global setup does: opens the run, shows how far its sets have come, and says which target is used and
 * why.
 *
 * @throws {FixtureSetupError} when a run-wide set cannot be made; nothing of the run is left then.
 */
export async function beginRun(options: Omit<OpenRunOptions, 'listener'>, output: RunOutput): Promise<OpenRun> {
  const write = (line: string) => output.write(`${line}\n`)
  const tell = createUseListener({ user: 'the run', write })
  const progress = output.isTTY ? createProgressLine((text) => output.write(text)) : () => {}
  const run = await openRun({
    ...options,
    listener(event) {
      progress(event)
      tell(event)
    },
  })
  write(run.description)
  return run
}
