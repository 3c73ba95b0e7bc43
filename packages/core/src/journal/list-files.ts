import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The paths of a folder's files that end in a certain way; none where there is no such folder. */
export function listFiles(folder: string, ending: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .map((name) => join(folder, name))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
