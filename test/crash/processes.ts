import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import process from 'node:process'

/** A process, as Linux tells of it. */
export interface ProcessFacts {
  readonly pid: number
  readonly parent: number
  readonly group: number
  readonly command: string
}

/** The processes whose working directory is a folder or below it. */
export function processesIn(folder: string): ProcessFacts[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const workingDirectory = readlinkSync(`/proc/${name}/cwd`)
      if (workingDirectory !== folder && !workingDirectory.startsWith(`${folder}/`)) return []
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8')
      const [, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ')
      return [{ pid: Number(name), parent: Number(parent), group: Number(group), command }]
    } catch (error) {
      if (isGone(error)) return []
      throw error
    }
  })
}

/** Sends a signal to a process, or to a group where the number is below zero; to one that is gone, none. */
export function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

// It ended meanwhile, or is none of ours.
function isGone(error: unknown): boolean {
  return ['ENOENT', 'ESRCH', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')
}
