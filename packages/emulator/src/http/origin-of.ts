import { type ReceivedRequest, readHeader } from './message.ts'

/** Where a client reaches the emulator, by the name that it called: what links in answers begin with. */
export function originOf(request: ReceivedRequest): string {
  const host = readHeader(request, 'host')
  if (host !== undefined) return `http://${host}`
  const [origin] = /^\w+:\/\/[^/?#]+/.exec(request.url) ?? []
  return origin ?? 'http://localhost'
}
