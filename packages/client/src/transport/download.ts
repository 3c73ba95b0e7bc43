import { productionHosts } from '@soracom-fixtures/api'
import type { NormalizedOptions } from '../options.ts'
import { TransportError } from '../wire/transport-error.ts'
import { userAgent } from '../wire/user-agent.ts'
import type { Transport } from './transport.ts'

/**
 * Reads an exported file by its link, which leads to a store of files or back to the endpoint. No credentials go along.
 *
 * @throws {Error} where the link is none to follow, or no file comes; without the link, which is a secret.
 */
export async function download(
  { options, transport }: { readonly options: NormalizedOptions; readonly transport: Transport },
  url: string,
  signal: AbortSignal | undefined,
): Promise<string> {
  const host = assertLink(url, options.endpoint)
  const headers = { 'user-agent': userAgent, accept: '*/*' }
  try {
    const { callTimeoutMs: timeoutMs } = options
    const { status, text } = await transport({ method: 'GET', url, headers, body: undefined, timeoutMs, signal })
    if (status === 200) return text
    throw new Error(`The exported file could not be read: ${host} answered ${status}.`)
  } catch (error) {
    if (!TransportError.is(error)) throw error
    const said = error.code ?? 'no answer'
    throw new Error(`The exported file could not be read: ${host} gave no answer (${said}).`)
  }
}

// Gives the host of a link that is the endpoint's own, or is encrypted and not of the production API.
function assertLink(url: string, endpoint: string): string {
  if (!URL.canParse(url)) throw new TypeError(`The link to the exported file is no URL (${typeof url}).`)
  const { protocol, hostname, host, origin } = new URL(url)
  const isOwn = origin === new URL(endpoint).origin
  if (isOwn || (protocol === 'https:' && !(productionHosts as readonly string[]).includes(hostname))) return host
  throw new Error(`The link to the exported file leads to ${host} by ${protocol}, where nothing is read from.`)
}
