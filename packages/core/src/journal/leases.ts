import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, type ProcessIdentity, thisProcess } from './process-identity.ts'

/** Notes in a folder that this process uses what the folder stands for. Gives a function that ends the lease. */
export function addLease(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, randomBytes(8).toString('hex'))
  writeFileSync(path, JSON.stringify(thisProcess()), { mode: 0o600 })
  return () => rmSync(path, { force: true })
}

/** How many leases processes that still run hold in a folder; those of dead ones are cleared away. */
export function countLeases(folder: string): number {
  let living = 0
  for (const name of namesIn(folder)) {
    const path = join(folder, name)
    const holder = readHolder(path)
    if (holder && isAlive(holder)) living += 1
    else rmSync(path, { force: true })
  }
  return living
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

// Written while the lock is held, so a lease that cannot be read was cut short by its holder's death.
function readHolder(path: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessIdentity
  } catch {
    return undefined
  }
}
