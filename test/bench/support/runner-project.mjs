// A small project that uses the built packages by their one name, under Vitest or Jest.
import { createProject } from './project.mjs'

const installed = {
  'soracom-fixtures': 'packages/cli',
  got: 'node_modules/got',
  vitest: 'node_modules/vitest',
  jest: 'test/runners-jest/node_modules/jest-30',
  '@jest/globals': 'test/runners-jest/node_modules/@jest/globals',
}

/** Writes a project of the files given, by path. */
export async function createRunnerProject(files) {
  return await createProject(installed, files)
}
