import { readFileSync } from 'node:fs'
import type { EmulatorOptions } from '@soracom-fixtures/emulator'
import { CommandError } from '../errors/command-error.ts'

/**
 * The rate card that a file holds as JSON; nothing where no file is named.
 *
 * @throws {CommandError} where it cannot be read, or is not valid; with everything that is wrong.
 */
export async function readRateCard(path: string | undefined): Promise<EmulatorOptions['rateCard']> {
  if (path === undefined) return undefined
  const { parseRateCard } = await import('@soracom-fixtures/emulator')
  try {
    return parseRateCard(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new CommandError(`the rate card in ${path} cannot be used. ${(cause as Error).message}`, { cause })
  }
}
