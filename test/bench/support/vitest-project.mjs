// A small project that uses the built packages by their own names, and runs of Vitest in it.
import { join } from 'node:path'
import { createProject, root } from './project.mjs'

const installed = {
  'soracom-fixtures': 'packages/cli',
  '@soracom-fixtures/vitest': 'packages/vitest',
  '@soracom-fixtures/core': 'packages/core',
  got: 'node_modules/got',
  vitest: 'node_modules/vitest',
}

/** Writes a project of the files given, by path. */
export async function createVitestProject(files) {
  const all = { 'package.json': '{ "type": "module" }', ...files }
  const { runNode, remove } = await createProject(installed, all)
  return {
    /** Runs Vitest and gives what it printed; throws where it fails. */
    run: (args, env) => runNode([join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...args], env),
    remove,
  }
}
