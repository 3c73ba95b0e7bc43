import { randomBytes } from 'node:crypto'
import process from 'node:process'
import { assertSafeTarget } from '@soracom-fixtures/client'
import { resolveConfiguration } from '@soracom-fixtures/core/engine'
import { startEmulator } from '@soracom-fixtures/emulator'
import { managedRoles } from './walks/managed-roles.ts'

/** What a life is called on. */
export interface ContractTarget {
  /** As a line of the output names it. */
  readonly name: string
  /** Whether it is the emulator of this run, with what it adds to the API; everything else is taken for the sandbox. */
  readonly isEmulator: boolean
  /** Without `/v1`. */
  readonly endpoint: string
  readonly productionKey: { readonly authKeyId: string; readonly authKey: string }
  /** An address that no other run of the suite signs up with. */
  emailOf(name: string): string
  /** How many operators it holds; `undefined` where it does not tell. */
  countOperators(): number | undefined
  close(): Promise<void>
}

/**
 * Opens what `CONTRACT_TARGET` names (`npm run contract -- --target …`): the emulator unless told; the sandbox, or a server
 * that is taken for it, by its URL, with the credentials that fixtures would use.
 *
 * @throws {ConfigurationError} for credentials that are missing, for the production API, and for a URL that is not encrypted.
 * @throws {UnsafeTargetError} for a host that fixtures would not call.
 */
export async function openTarget(): Promise<ContractTarget> {
  const { CONTRACT_TARGET: wanted = 'emulator' } = process.env
  return wanted === 'emulator' ? openEmulator() : await openSandbox(wanted)
}

async function openEmulator(): Promise<ContractTarget> {
  const emulator = await startEmulator({ settings: { soracomManagedRoles: managedRoles } })
  return {
    name: 'the emulator',
    isEmulator: true,
    endpoint: emulator.endpoint,
    productionKey: { authKeyId: 'keyId-contract', authKey: 'secret-contract' },
    emailOf: (name) => `${name}@example.com`,
    countOperators: () => emulator.counts().operatorsLeft,
    close: () => emulator.close(),
  }
}

async function openSandbox(wanted: string): Promise<ContractTarget> {
  const { target, authKeyId, authKey, options } = await resolveConfiguration({ overrides: { target: wanted } })
  if (target.kind === 'emulator') throw new TypeError(`${wanted} names no server`)
  const { endpoint } = target
  assertSafeTarget(endpoint, options.allowHosts)
  const run = randomBytes(5).toString('hex')
  return {
    name: endpoint,
    isEmulator: false,
    endpoint,
    productionKey: { authKeyId, authKey },
    emailOf: (name) => `contract-${name}-${run}@${options.emailDomain}`,
    countOperators: () => undefined,
    close: async () => {},
  }
}
