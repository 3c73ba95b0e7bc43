import process from 'node:process'
import { beginRun, endRun, type OpenRun, untilUnused } from '@soracom-fixtures/core/engine'

/** The run of this process that Jest's global setup has opened. */
interface RunOfJest {
  readonly run: Promise<OpenRun>
  ended: Promise<void> | undefined
}

const key = Symbol.for('soracom-fixtures.jest.run')

/** Opens a run. One that an interrupted run of Jest's watch mode has left open is closed before. */
export async function openRunOfJest(cwd: string): Promise<void> {
  await closeRunOfJest({ mayBeInUse: false })
  const run = beginRun({ cwd }, process.stderr)
  holder()[key] = { run, ended: undefined }
  // Without a run there is nothing to close.
  await run.catch((error: unknown) => {
    delete holder()[key]
    throw error
  })
}

/**
 * Closes the run, once, however often it is called; nothing where none is open. Where workers may still test, it waits
 * until they no longer use what the run has made.
 */
export async function closeRunOfJest({ mayBeInUse }: { readonly mayBeInUse: boolean }): Promise<void> {
  const open = holder()[key]
  if (!open) return
  open.ended ??= close(open, mayBeInUse)
  await open.ended
}

async function close(open: RunOfJest, mayBeInUse: boolean): Promise<void> {
  const run = await open.run
  if (mayBeInUse) await untilUnused(run.folder)
  try {
    await endRun(run, process.stderr)
  } finally {
    if (holder()[key] === open) delete holder()[key]
  }
}

// Global setup and global teardown are two modules, and Jest may load each of them several times.
function holder(): { [key]?: RunOfJest } {
  return globalThis as { [key]?: RunOfJest }
}
