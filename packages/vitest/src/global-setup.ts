import process from 'node:process'
import { describeTarget, resolveConfiguration, runEmulatorVariable } from '@soracom-fixtures/core'
import { type Emulator, startEmulator } from '@soracom-fixtures/emulator'

/**
 * Vitest's global setup: says which target the run uses and why, starts one emulator for all its files where the target
 * is the emulator, and says at the end how many operators were made and how many are left.
 *
 * @example
 * // vitest.config.ts
 * export default defineConfig({ test: { globalSetup: '@soracom-fixtures/vitest/global-setup' } })
 */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const configuration = await resolveConfiguration()
  process.stderr.write(`${describeTarget(configuration)}\n`)
  if (configuration.target.kind !== 'emulator') return async () => {}
  const emulator = await startEmulator()
  process.env[runEmulatorVariable] = emulator.endpoint
  return async () => {
    delete process.env[runEmulatorVariable]
    process.stderr.write(`${summarize(emulator)}\n`)
    await emulator.close()
  }
}

function summarize(emulator: Emulator): string {
  const { operatorsMade, operatorsLeft, calls } = emulator.counts()
  const operators = operatorsMade === 1 ? '1 operator' : `${operatorsMade} operators`
  const left = operatorsLeft === 0 ? 'none is left' : `${operatorsLeft} LEFT`
  return `soracom-fixtures: ${operators} made, ${left}; ${calls} calls`
}
