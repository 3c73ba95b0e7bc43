import process from 'node:process'
import { afterAll, beforeAll, describe, expect, type TestContext, test } from 'vitest'
import { type PackedWorkspace, packPackages } from '../pack-packages.ts'
import { type Cell, nameOf } from './cell.ts'
import { writeCell } from './compatibility-page.ts'
import { type InstalledProject, installCell } from './install-cell.ts'
import { runCell } from './run-cell.ts'

/** Which cells are run, and whether the page tells of them. */
export interface HoldCellsOptions {
  readonly cells: readonly Cell[]
  readonly wanted: (cell: Cell) => boolean
  readonly writePage: boolean
}

/** Declares a test for each wanted cell; those of one installation share it. */
export function holdCells({ cells, wanted, writePage }: HoldCellsOptions): void {
  const chosen = cells.filter(wanted)
  if (chosen.length === 0) {
    throw new Error(`No cell has this in its name. There are:\n${cells.map(nameOf).join('\n')}`)
  }
  const installations = [...new Set(chosen.map(({ installation }) => installation))]
  const tell = (cell: Cell, result: string): void => {
    if (writePage) writeCell(cells, cell, result)
  }
  let workspace: PackedWorkspace | undefined

  beforeAll(async () => {
    workspace = await packPackages()
  })
  afterAll(async () => await workspace?.[Symbol.asyncDispose]())

  for (const [index, installation] of installations.entries()) {
    describe(`installation ${index + 1} of ${installations.length}, with ${installation.manager ?? 'npm'}`, () => {
      const own = chosen.filter((cell) => cell.installation === installation)
      let installed: InstalledProject | { readonly failure: unknown } | undefined

      beforeAll(async () => {
        if (own.every(({ cannot }) => cannot !== undefined)) return
        installed = await installCell(installation, workspace?.packages ?? []).catch((failure) => ({ failure }))
      })
      afterAll(async () => {
        if (installed && 'remove' in installed) await installed.remove()
      })

      for (const cell of own) {
        test(nameOf(cell), async (context) => await holdCell(cell, installed, { tell, maySkip: !writePage }, context))
      }
    })
  }
}

async function holdCell(
  cell: Cell,
  installed: InstalledProject | { readonly failure: unknown } | undefined,
  { tell, maySkip }: { readonly tell: (cell: Cell, result: string) => void; readonly maySkip: boolean },
  { skip }: TestContext,
): Promise<void> {
  if (cell.cannot !== undefined) {
    tell(cell, `not possible: ${cell.cannot}`)
    return skip(cell.cannot)
  }
  if (!installed || 'failure' in installed) {
    const unreached = whyNoRegistry(installed?.failure)
    if (unreached && maySkip) return skip(unreached)
    if (unreached) throw installed?.failure
    tell(cell, `FAILS ${today()}`)
    throw installed?.failure
  }
  const failure = await runCell(cell, installed)
  tell(cell, `${failure ? 'FAILS' : words[cell.outcome.kind]} ${today()}`)
  if (failure) process.stderr.write(`${nameOf(cell)}: ${failure.reason}\n${failure.text}\n`)
  expect(failure?.reason).toBeUndefined()
}

// Where nothing can be installed, a cell says nothing about the packages; the whole matrix is run to install them.
function whyNoRegistry(failure: unknown): string | undefined {
  const [code] =
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ENOTCACHED)\b/.exec(String(failure)) ?? []
  return code && `no registry can be reached (${code})`
}

const words = { passes: 'passes', prints: 'passes', refuses: 'refused', 'sets up': 'passes' }

function today(): string {
  return new Date().toISOString().slice(0, 10)
}
