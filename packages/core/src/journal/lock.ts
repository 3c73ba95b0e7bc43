import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { nodeCrypto } from '../kit/node-crypto.ts'
import { isAlive, type ProcessIdentity, thisProcess } from './process-identity.ts'
import { systemTime } from './system-time.ts'

// A lock without its owner's name is one that is being written, or whose owner died in that instant.
const unnamedMs = 2_000
const shortestWaitMs = 5
const longestWaitMs = 50

/**
 * Runs work while no other process and no other thread runs work under the same path. A lock whose owner has died is
 * taken over. Rejects with the signal's reason when that is aborted before the lock is had.
 */
export async function withLock<Value>(path: string, work: () => Promise<Value>, signal?: AbortSignal): Promise<Value> {
  const token = nodeCrypto().randomBytes(8).toString('hex')
  for (let waitMs = shortestWaitMs; !tryLock(path, token); waitMs = Math.min(longestWaitMs, waitMs * 2)) {
    breakDeadLock(path)
    await sleep(waitMs * (0.5 + Math.random()), undefined, signal ? { signal } : {})
  }
  try {
    return await work()
  } finally {
    if (readOwner(path)?.token === token) rmSync(path, { force: true })
  }
}

interface LockOwner extends ProcessIdentity {
  readonly token: string
}

function tryLock(path: string, token: string): boolean {
  try {
    writeFileSync(path, JSON.stringify({ ...thisProcess(), token }), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

// Moved away before it is removed, so that of several who find it dead only one removes it, and never a living one's.
function breakDeadLock(path: string): void {
  const owner = readOwner(path)
  if (owner ? isAlive(owner) : !isUnnamedForLong(path)) return
  const aside = `${path}.${nodeCrypto().randomBytes(8).toString('hex')}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const moved = readOwner(aside)
  // Between the look and the move another may have taken it over: it gets its lock back.
  if (moved && moved.token !== owner?.token && isAlive(moved)) renameSync(aside, path)
  else rmSync(aside, { force: true })
}

function isUnnamedForLong(path: string): boolean {
  const stat = statSync(path, { throwIfNoEntry: false })
  return stat !== undefined && systemTime() - stat.mtimeMs > unnamedMs
}

function readOwner(path: string): LockOwner | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LockOwner
  } catch {
    // Gone, or being written.
    return undefined
  }
}
