import { productionHosts, sandboxEndpoint, sandboxHosts } from '@soracom-fixtures/api'
import { UnsafeTargetError } from '@soracom-fixtures/client'

/** Where fixtures are created. */
export type Target =
  | { readonly kind: 'emulator' }
  | { readonly kind: 'sandbox'; readonly endpoint: string }
  | { readonly kind: 'url'; readonly endpoint: string }

/** A target and why it is the one. */
export interface ChosenTarget {
  readonly target: Target
  readonly reason: string
}

/** Where a value came from: `SORACOM_FIXTURES_TARGET in the environment`. */
export interface Given {
  readonly value: string
  readonly origin: string
}

/**
 * Decides the target: what is told in so many words, else the sandbox where credentials are given, else the emulator.
 * Pure.
 *
 * @throws {UnsafeTargetError} for the production API, which fixtures must never reach.
 */
export function chooseTarget(told: Given | undefined, credentials: Given | undefined): ChosenTarget {
  if (told === undefined) {
    return credentials
      ? { target: sandbox, reason: `${credentials.origin} gives credentials` }
      : { target: { kind: 'emulator' }, reason: 'no credentials are given' }
  }
  const reason = `${told.origin} says so`
  if (told.value === 'emulator') return { target: { kind: 'emulator' }, reason }
  if (told.value === 'sandbox') return { target: sandbox, reason }
  const url = new URL(told.value)
  // A name with a dot at its end is the same host.
  if (isOneOf(productionHosts, url.hostname.replace(/\.$/, ''))) {
    throw new UnsafeTargetError(
      `${told.origin} names ${url.hostname}, the production API. Fixtures are only made in the sandbox or an emulator; ` +
        'use "sandbox", "emulator" or the URL of an emulator.',
      url.host,
    )
  }
  const endpoint = `${url.origin}${url.pathname.replace(/\/+$/, '').replace(/\/v1$/, '')}`
  return { target: { kind: isOneOf(sandboxHosts, url.hostname) ? 'sandbox' : 'url', endpoint }, reason }
}

const sandbox: Target = { kind: 'sandbox', endpoint: sandboxEndpoint }

function isOneOf(hosts: readonly string[], host: string): boolean {
  return hosts.includes(host)
}
