import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { thisMachine } from './machine-identity.ts'
import { runFolderOfSetup, stateFolder, stateFolderName } from './run-folder.ts'
import { runnerOfThisProcess } from './runner-identity.ts'

/** Where journals stand, from the project's folder. */
const folderName = 'journal'

/** Where a run keeps its journal, and what it is called. */
export interface JournalPlace {
  readonly folder: string
  /** The run's name, in small letters, digits and dashes. */
  readonly run: string
}

/** What names the place of a journal. */
export interface JournalPlaceOptions {
  readonly cwd: string
  /** A folder of the user's own; from the project's folder where it is relative. */
  readonly journalDir?: string | undefined
  /** A name of the user's own. */
  readonly runName?: string | undefined
}

/** The folder of journals that belongs to a project; it need not be there. */
export function journalFolder({ cwd, journalDir }: Pick<JournalPlaceOptions, 'cwd' | 'journalDir'>): string {
  const project = projectFolder(cwd)
  return journalDir ? resolve(project, journalDir) : join(project, stateFolderName, folderName)
}

/** The place of this run's journal, made where it is not there. All processes of a run find the same. */
export function journalPlace(options: JournalPlaceOptions): JournalPlace {
  if (!options.journalDir) stateFolder(projectFolder(options.cwd))
  const folder = journalFolder(options)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return { folder, run: options.runName?.toLowerCase() ?? nameOfRun() }
}

// Workers may have another current directory than the global setup had.
function projectFolder(cwd: string): string {
  const ofSetup = runFolderOfSetup()
  return ofSetup ? dirname(dirname(ofSetup.path)) : cwd
}

// Of nobody else's run: machines may share an account.
function nameOfRun(): string {
  const ofSetup = runFolderOfSetup()
  const { pid, started } = runnerOfThisProcess()
  const what = ofSetup ? basename(ofSetup.path) : `${pid} ${started}`
  return `run-${createHash('sha256').update(`${thisMachine()} ${what}`).digest('hex').slice(0, 12)}`
}
