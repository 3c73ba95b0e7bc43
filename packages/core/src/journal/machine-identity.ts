import { createHash } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/**
 * Where process numbers mean the same: this machine since its last start, and inside of the same container. A journal
 * may be read elsewhere, where a number would name another process.
 */
export function thisMachine(): string {
  const parts = [hostname(), bootId(), processNamespace()]
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16)
}

// Other systems than Linux do not tell; the name has to do there.
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return ''
  }
}

function processNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid')
  } catch {
    return ''
  }
}
