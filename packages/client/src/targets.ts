import { productionHosts, sandboxHosts } from '@soracom-fixtures/api'
import { UnsafeTargetError } from './wire/errors.ts'

/**
 * Refuses every host but the sandbox's and loopback, and those that are allowed by name (`emulator`, or `emulator:4010`
 * for one port of it).
 *
 * @throws {UnsafeTargetError} before anything is sent.
 */
export function assertSafeTarget(endpoint: string, allowHosts: readonly string[] = []): void {
  if (!URL.canParse(endpoint)) {
    throw new UnsafeTargetError(
      `The endpoint ${JSON.stringify(endpoint)} is no URL; give one like http://127.0.0.1:4010.`,
      '',
    )
  }
  const { protocol, hostname, host } = new URL(endpoint)
  if (protocol !== 'https:' && protocol !== 'http:') {
    throw new UnsafeTargetError(`The endpoint ${endpoint} is neither http nor https.`, host)
  }
  if (isOneOf(sandboxHosts, hostname) || isLoopback(hostname)) return
  if (allowHosts.includes(hostname) || allowHosts.includes(host)) return
  const production = isOneOf(productionHosts, hostname) ? ', the production API,' : ''
  throw new UnsafeTargetError(
    `Calls to ${host}${production} are refused, and nothing was sent: only the API Sandbox (${sandboxHosts.join(', ')}) and ` +
      `loopback are called. If you mean another host in so many words, name it: allowHosts: [${JSON.stringify(hostname)}] ` +
      `(SORACOM_FIXTURES_ALLOW_HOSTS).`,
    host,
  )
}

function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
}

function isOneOf(hosts: readonly string[], host: string): boolean {
  return hosts.includes(host)
}
