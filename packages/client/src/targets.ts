import { productionHosts, sandboxHosts } from '@soracom-fixtures/api'
import { UnsafeTargetError } from './wire/errors.ts'

/**
 * Refuses every host but the sandbox's and loopback, and those that are allowed by name (`emulator`, or `emulator:4010`
 * for one port of it). The production API too is called only where its very host is named.
 *
 * @throws {UnsafeTargetError} before anything is sent.
 */
export function assertSafeTarget(endpoint: string, allowHosts: readonly string[] = []): void {
  if (!URL.canParse(endpoint)) {
    throw new UnsafeTargetError(`The endpoint is no URL (${typeof endpoint}); give one like http://127.0.0.1:4010.`, '')
  }
  const { protocol, hostname, host, username, password, search, hash } = new URL(endpoint)
  if (protocol !== 'https:' && protocol !== 'http:') {
    throw new UnsafeTargetError(`The endpoint at ${host} is neither http nor https, but ${protocol}`, host)
  }
  if (username !== '' || password !== '' || search !== '' || hash !== '') {
    throw new UnsafeTargetError(`The endpoint at ${host} has a user, a query or a fragment; give it without.`, host)
  }
  const allowed = allowHosts.map((allowedHost) => allowedHost.toLowerCase())
  if (isOneOf(sandboxHosts, hostname) || isLoopback(hostname)) return
  if (allowed.includes(hostname) || allowed.includes(host)) return
  const production = isOneOf(productionHosts, hostname.replace(/\.$/, '')) ? ', the production API,' : ''
  const named = allowed.length > 0 ? ` and allowHosts (${allowed.join(', ')})` : ''
  throw new UnsafeTargetError(
    `Calls to ${host}${production} are refused, and nothing was sent: only the API Sandbox (${sandboxHosts.join(', ')}), ` +
      `loopback${named} are called. If you mean another host in so many words, name it: ` +
      `allowHosts: [${JSON.stringify(hostname)}] (SORACOM_FIXTURES_ALLOW_HOSTS).`,
    host,
  )
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

function isOneOf(hosts: readonly string[], host: string): boolean {
  return hosts.includes(host)
}
