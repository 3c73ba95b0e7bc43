import { readFileSync } from 'node:fs'
import process from 'node:process'

/** A process, told apart from another that gets its number later. */
export interface ProcessIdentity {
  readonly pid: number
  /** When it started, as the system counts it; empty where the system does not tell. */
  readonly started: string
}

/** This process. */
export function thisProcess(): ProcessIdentity {
  return identityOf(process.pid)
}

/** The process that has a number now. */
export function identityOf(pid: number): ProcessIdentity {
  return { pid, started: startOf(pid) }
}

/** Whether a process still runs. */
export function isAlive({ pid, started }: ProcessIdentity): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    // Without the right to send it a signal it is there all the same.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const now = statOf(pid)
  // A dead one keeps its number until its parent has heard of it, which in a container may be never.
  return now.state !== 'Z' && (started === '' || now.started === started)
}

function startOf(pid: number): string {
  return statOf(pid).started
}

// Fields 3 and 22 of Linux's `/proc/PID/stat`, counted behind the command's name, which may hold spaces and brackets.
function statOf(pid: number): { readonly state: string; readonly started: string } {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '', started: fields[19] ?? '' }
  } catch {
    // Other systems do not tell by a file; the number alone has to do there.
    return { state: '', started: '' }
  }
}
