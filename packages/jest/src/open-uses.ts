import { joinRun } from '@soracom-fixtures/core'

/** A set that is set up in a place: the file, or a test. */
export interface OpenUse {
  readonly place: object
  teardown(): Promise<void>
}

interface Entry {
  readonly use: OpenUse
  readonly leaveRun: () => void
}

const key = Symbol.for('soracom-fixtures.jest.open-uses')

/** Notes that a set is about to be set up in this file. */
export function beginUse(use: OpenUse): void {
  openUses().push({ use, leaveRun: joinRun() })
}

/**
 * Tears a set down, and before it those that were set up after it in the same place and may have taken from it: Jest runs
 * `afterAll` and `afterEach` hooks in the order in which they were written. What fails of those is told by their own hooks.
 */
export async function endUse(use: OpenUse): Promise<void> {
  const uses = openUses()
  const index = uses.findIndex((entry) => entry.use === use)
  const later = uses.slice(index + 1).filter((entry) => entry.use.place === use.place)
  for (const entry of later.reverse()) await entry.use.teardown().catch(() => 'its own hook calls this again')
  try {
    await use.teardown()
  } finally {
    const [ended] = uses.splice(
      uses.findIndex((entry) => entry.use === use),
      1,
    )
    ended?.leaveRun()
  }
}

// Kept by the file, of which Jest gives each a global object of its own, and not by this module, which `resetModules`
// and a mixture of module systems load several times.
function openUses(): Entry[] {
  const holder = globalThis as { [key]?: Entry[] }
  holder[key] ??= []
  return holder[key]
}
