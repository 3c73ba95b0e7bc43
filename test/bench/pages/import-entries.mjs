import { execFile } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { least, measureInTurn } from '../support/measure.mjs'

export const title =
  'What importing each entry costs in a new process, as an ES module (esm) and as CommonJS (cjs). Peer: got, which a ' +
  'script would import; it is an ES module alone, and its import stands beside both. The least of 7 processes counts. ' +
  'What is for Vitest can be imported inside of it alone: import-files.'

const rounds = 7
const entries = {
  'soracom-fixtures/jest': ['esm', 'cjs'],
  'soracom-fixtures/jest/global-setup': ['esm', 'cjs'],
  'soracom-fixtures/jest/global-teardown': ['esm', 'cjs'],
  'soracom-fixtures/vitest/global-setup': ['esm'],
  'soracom-fixtures/emulator': ['esm', 'cjs'],
  'soracom-fixtures/emulator/billing': ['esm', 'cjs'],
  '@soracom-fixtures/jest': ['esm', 'cjs'],
  '@soracom-fixtures/core': ['esm', 'cjs'],
  '@soracom-fixtures/core/engine': ['esm', 'cjs'],
  '@soracom-fixtures/client': ['esm', 'cjs'],
  '@soracom-fixtures/api': ['esm', 'cjs'],
}
const scripts = { esm: 'import-once.mjs', cjs: 'require-once.cjs' }

export async function run() {
  const wanted = Object.entries(entries).flatMap(([entry, forms]) => forms.map((form) => ({ entry, form })))
  const things = [{ entry: 'got', form: 'esm' }, ...wanted]
  const [peer, ...figures] = await measureInTurn(
    things.map(
      ({ entry, form }) =>
        () =>
          importOnce(entry, form),
    ),
    rounds,
    least,
  )
  return wanted.map(({ entry, form }, index) => ({
    name: `import-entries/${entry}/${form}`,
    ours: figures[index],
    peer,
    ratio: figures[index] / peer,
    unit: 'ms',
    note: 'ours / peer, a new process each',
  }))
}

async function importOnce(entry, form) {
  const script = join(import.meta.dirname, '../support', scripts[form])
  const { stdout } = await promisify(execFile)(process.execPath, [script, entry])
  return JSON.parse(stdout)
}
