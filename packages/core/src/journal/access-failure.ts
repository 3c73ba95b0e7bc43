import { accessSync, constants } from 'node:fs'
import { dirname } from 'node:path'

/** Why a folder cannot be read and written, such as `EACCES`; nothing where it can, or could be made. */
export function accessFailure(folder: string): string | undefined {
  try {
    accessSync(folder, constants.R_OK | constants.W_OK)
    return undefined
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return code === 'ENOENT' && dirname(folder) !== folder ? accessFailure(dirname(folder)) : code
  }
}
