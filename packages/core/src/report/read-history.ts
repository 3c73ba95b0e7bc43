import { readHistoryFile } from '../journal/history-file.ts'
import type { History } from '../plan/history.ts'

/** How long fixtures took in earlier runs of a project; empty where there was none with a global setup. */
export function readHistory(cwd: string): History {
  const read = readHistoryFile(cwd)
  if (typeof read !== 'object' || read === null) return {}
  return Object.fromEntries(Object.entries(read).filter(([, times]) => isTimes(times)))
}

function isTimes(value: unknown): boolean {
  return Array.isArray(value) && value.every((one) => typeof one === 'number' && Number.isFinite(one))
}
