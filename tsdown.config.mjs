import { defineConfig } from 'tsdown'

// got, p-retry, nanoid and rou3 are ESM-only, so the CommonJS build carries them inside; got is carried in the ESM build
// too, since bundled it costs half to import (decisions/0003-dual-build.md).
const bundledInEsm = ['got']
const bundledInCjs = ['got', 'p-retry', 'nanoid', 'rou3']

/** @type {{ dir: string, entry: string[], dual: boolean, dts?: boolean, required?: string }[]} */
const packages = [
  { dir: 'api', entry: ['index', 'schemas', 'billing'], dual: true },
  { dir: 'client', entry: ['index'], dual: true },
  { dir: 'emulator', entry: ['index', 'billing'], dual: true },
  { dir: 'core', entry: ['index'], dual: true },
  { dir: 'vitest', entry: ['index', 'global-setup', 'matchers'], dual: false },
  // Nothing of it is imported: it has no types.
  { dir: 'cli', entry: ['main'], dual: false, dts: false, required: 'src/planning/stand-in-runner.ts' },
]

export default defineConfig(
  packages.flatMap(({ dir, entry, dual, dts = true, required }) => {
    const common = {
      cwd: `packages/${dir}`,
      entry: entry.map((name) => `src/${name}.ts`),
      target: 'node20',
      platform: 'node',
      fixedExtension: true,
      dts,
      outDir: 'dist',
      logLevel: 'warn',
      clean: false,
    }
    const esm = { ...common, format: 'esm', deps: { alwaysBundle: bundledInEsm, onlyBundle: false } }
    const cjs = { ...common, format: 'cjs', deps: { alwaysBundle: bundledInCjs, onlyBundle: false } }
    return [esm, ...(dual ? [cjs] : []), ...(required ? [{ ...cjs, entry: [required] }] : [])]
  }),
)
