import { rmSync } from 'node:fs'

/** Removes a file; one that is not there is no error. */
export function removeFile(path: string): void {
  rmSync(path, { force: true })
}
