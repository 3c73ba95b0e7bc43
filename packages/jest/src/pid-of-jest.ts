import process from 'node:process'
import { isMainThread } from 'node:worker_threads'

/**
 * The process id of Jest, which all workers of a run have in common. Jest tests in its own process too where the files
 * are few, so that the parent is Jest only in a process that was started for a worker.
 */
export function pidOfJest(): number {
  const isWorker = isMainThread && /[\\/]jest-worker[\\/]/.test(process.argv[1] ?? '')
  return isWorker ? process.ppid : process.pid
}
