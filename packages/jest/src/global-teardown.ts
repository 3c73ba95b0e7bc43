import { closeRunOfJest } from './run-of-jest.ts'

/**
 * Jest's global teardown: deletes the run-wide sets, says how many operators were made and how many are left, and ends
 * the run's emulator. With `--bail` Jest calls it while other workers still test, and once more at the end; it waits for
 * those, and the second call does nothing.
 *
 * @example
 * // jest.config.js
 * module.exports = {
 *   globalSetup: 'soracom-fixtures/jest/global-setup',
 *   globalTeardown: 'soracom-fixtures/jest/global-teardown',
 * }
 */
export default async function globalTeardown(config?: ConfigOfJest): Promise<void> {
  await closeRunOfJest({ mayBeInUse: Boolean(config?.bail) })
}

/** What is read of the configuration that Jest gives a global teardown. */
interface ConfigOfJest {
  readonly bail?: number
}
