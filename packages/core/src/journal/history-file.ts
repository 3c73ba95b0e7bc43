import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { stateFolder } from './run-folder.ts'

const fileName = 'history.json'

/** What the history of a project's runs says; nothing where there is none, or none that can be read. */
export function readHistoryFile(cwd: string): unknown {
  try {
    return JSON.parse(readFileSync(join(cwd, '.soracom-fixtures', fileName), 'utf8'))
  } catch {
    // It only ever tells what to expect: without one, or with one that was cut short, nothing is expected.
    return undefined
  }
}

/** Writes the history of a project's runs. */
export function writeHistoryFile(cwd: string, history: unknown): void {
  const path = join(stateFolder(cwd), fileName)
  const beside = `${path}.${process.pid}`
  writeFileSync(beside, JSON.stringify(history))
  renameSync(beside, path)
}
