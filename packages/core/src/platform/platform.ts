import { createHmac } from 'node:crypto'
import type { SoracomClient } from '@soracom-fixtures/client'

/** Where fixtures are created, and who creates them. */
export interface Platform {
  /** `emulator`, `sandbox`, or `url` for another server that the user named. */
  readonly kind: 'emulator' | 'sandbox' | 'url'
  /** Without `/v1`, as SORACOM_ENDPOINT names it. */
  readonly endpoint: string
  /** The auth key of the production account, which the sandbox checks before it makes an operator. Never prints. */
  readonly productionKey: { readonly authKeyId: string; readonly authKey: string }
  /** An e-mail address that no operator of this or another run has. */
  newEmail(): string
  /**
   * The password that belongs to an e-mail address: an HMAC of the auth key over it, so that whoever holds the auth key
   * can log in and delete what a lost run left, and nothing secret is ever stored.
   */
  passwordFor(email: string): string
  /**
   * Writes down that an operator with this address is about to be made, so that it is found however the process ends.
   * Awaited before the call that makes it. `own` says that its password does not follow from the address.
   */
  intend(email: string, password?: 'derived' | 'own'): Promise<void>
  /** Says that it is there now. */
  made(email: string, operatorId: string): Promise<void>
  /** Says that it is gone, or was never made. */
  deleted(email: string): Promise<void>
  /** Says that the address is somebody else's, and those that follow it may be too; the next ones are others. */
  taken(email: string): Promise<void>
}

/** A platform that a session holds: with a client of it, and a way to let it go. */
export interface OpenPlatform extends Platform {
  createClient(): SoracomClient
  close(): Promise<void>
}

/** Derives an operator's password. 36 characters with a lower-case letter, an upper-case letter and a digit in it. */
export function derivePassword(authKey: string, email: string): string {
  const digest = createHmac('sha256', authKey).update(`soracom-fixtures operator ${email}`).digest('base64url')
  return `${digest.slice(0, 33)}aA1`
}
