import type { Source } from '../configuration/read-sources.ts'
import { type RunFolder, runFolderOfSetup } from '../journal/run-folder.ts'
import { readSealed, writeSealed } from '../journal/sealed-file.ts'

/** Keeps the settings that a run's global setup found in files, for the processes of the run. */
export function writeRunConfiguration(folder: RunFolder, sources: readonly Source[]): void {
  writeSealed(pathIn(folder), folder.key, sources)
}

/** The settings that the run's global setup found in files; nothing where there was none. */
export function readRunConfiguration(): readonly Source[] | undefined {
  const folder = runFolderOfSetup()
  return folder && (readSealed(pathIn(folder), folder.key) as readonly Source[] | undefined)
}

function pathIn({ path }: RunFolder): string {
  return `${path}/configuration`
}
