import { ApiFailure } from '../operations/api-failure.ts'

/**
 * Refuses a call by a name that is not this machine's: a web page could otherwise reach the emulator through a name that
 * it makes point here. Loopback names and those that are allowed pass; so does a call inside the process, without a name.
 */
export function checkHost(header: string | undefined, allowedHosts: readonly string[]): void {
  if (header === undefined || isOwnHost(header, allowedHosts)) return
  throw new ApiFailure('EMU0015', [header])
}

/** Whether a host, with its port or without, is a loopback name or one that is allowed. */
export function isOwnHost(host: string, allowedHosts: readonly string[]): boolean {
  const name = host.replace(port, '').toLowerCase()
  return isLoopback(name) || allowedHosts.includes(name)
}

const port = /:\d+$/

function isLoopback(name: string): boolean {
  return name === '127.0.0.1' || name === 'localhost' || name === '[::1]' || /^127(\.\d{1,3}){3}$/.test(name)
}
