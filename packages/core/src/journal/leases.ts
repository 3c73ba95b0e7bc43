import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { nodeCrypto } from '../kit/node-crypto.ts'
import { isAlive, type ProcessIdentity, thisProcess } from './process-identity.ts'

/** Notes in a folder that this process uses what the folder stands for. Gives a function that ends the lease. */
export function addLease(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, toName(thisProcess()))
  writeFileSync(path, '', { mode: 0o600 })
  return () => rmSync(path, { force: true })
}

/**
 * How many leases processes that still run hold in a folder, or other processes than this one; those of dead ones are
 * cleared away.
 */
export function countLeases(folder: string, { ofOthers = false }: { readonly ofOthers?: boolean } = {}): number {
  let living = 0
  for (const name of namesIn(folder)) {
    const holder = toHolder(name)
    if (!isAlive(holder)) rmSync(join(folder, name), { force: true })
    else if (!ofOthers || holder.pid !== process.pid) living += 1
  }
  return living
}

// The holder stands in the name, so that a lease is there as a whole or not at all.
function toName({ pid, started }: ProcessIdentity): string {
  return [pid, started, nodeCrypto().randomBytes(8).toString('hex')].join('-')
}

function toHolder(name: string): ProcessIdentity {
  const [pid, started = ''] = name.split('-')
  return { pid: Number(pid), started }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
