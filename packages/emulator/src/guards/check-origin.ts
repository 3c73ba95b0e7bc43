import { ApiFailure } from '../operations/api-failure.ts'
import { isOwnHost } from './check-host.ts'

/**
 * Refuses what a web page of another host would change through the emulator's own paths, which need no credentials: a
 * browser tells the page's host in `Origin`, and sends a plain POST without asking first. Reading is not refused, since a
 * browser does not hand the answer over.
 */
export function checkOrigin(method: string, origin: string | undefined, allowedHosts: readonly string[]): void {
  if (origin === undefined || method === 'GET' || method === 'HEAD') return
  const [, host] = /^https?:\/\/([^/]+)$/i.exec(origin) ?? []
  if (host !== undefined && isOwnHost(host, allowedHosts)) return
  throw new ApiFailure('EMU0223', [origin.slice(0, longestOrigin)])
}

const longestOrigin = 200
