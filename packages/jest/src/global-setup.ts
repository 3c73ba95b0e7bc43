import process from 'node:process'
import { openRunOfJest } from './run-of-jest.ts'

/**
 * Jest's global setup: says which target the run uses and why, starts one emulator for all its files where the target is
 * the emulator, and makes the run-wide sets that `soracom-fixtures.config.ts` exports. The global teardown belongs to it.
 *
 * @example
 * // jest.config.js
 * module.exports = {
 *   globalSetup: 'soracom-fixtures/jest/global-setup',
 *   globalTeardown: 'soracom-fixtures/jest/global-teardown',
 * }
 */
export default async function globalSetup(_: unknown, project?: ProjectOfJest): Promise<void> {
  await openRunOfJest(project?.rootDir ?? process.cwd())
}

/** What is read of the project that Jest gives a global setup. */
interface ProjectOfJest {
  readonly rootDir?: string
}
