import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import type { Emulator, EmulatorOptions } from '@soracom-fixtures/emulator'
import { CommandError } from '../errors/command-error.ts'

/**
 * The state that a file holds, for an emulator to begin with; nothing where there is no such file yet.
 *
 * @throws {CommandError} where it cannot be read, or holds none.
 */
export function readState(path: string | undefined): EmulatorOptions['snapshot'] {
  if (path === undefined || !existsSync(path)) return undefined
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    // The text may hold tokens, so that nothing of it is told.
    throw new CommandError(`the state in ${path} cannot be read. Give another file with --state, or take it away.`, {
      cause,
    })
  }
}

/** Writes the state of an emulator, for this user alone: it has tokens and passwords in it. */
export function writeState(path: string, emulator: Emulator): void {
  const beside = `${path}.${process.pid}`
  writeFileSync(beside, JSON.stringify(emulator.snapshot()), { mode: 0o600 })
  renameSync(beside, path)
}
